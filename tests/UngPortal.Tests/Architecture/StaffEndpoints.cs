using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Every handler of every staff page, as the running site has them.</summary>
internal static class StaffEndpoints
{
    /// <summary>One handler of a page.</summary>
    /// <param name="Route">The page's route, e.g. <c>/admin/folk/{id:int}</c>.</param>
    /// <param name="Method">GET or POST.</param>
    /// <param name="Name">The handler's name; empty for the page's own.</param>
    /// <param name="Roles">Who may pass; nobody named means all staff.</param>
    /// <param name="IsForEveryone">Whether visitors may too.</param>
    /// <param name="WantsFreshSignIn">Whether a sign-in of the last minutes is asked for.</param>
    public sealed record Handler(string Route, string Method, string Name, IReadOnlyList<StaffRole> Roles, bool IsForEveryone, bool WantsFreshSignIn)
    {
        public bool IsPost => Method == "POST";

        /// <summary>The query that chooses the handler.</summary>
        public string Query => Name.Length == 0 ? "" : $"?handler={Name}";
    }

    public static async Task<IReadOnlyList<Handler>> OfAsync(PortalApp app)
    {
        app.CreateVisitor().Dispose();
        var loader = app.Services.GetRequiredService<PageLoader>();
        var handlers = new List<Handler>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if ((route == "/admin" || route.StartsWith("/admin/", StringComparison.Ordinal)) && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                var roles = compiled.EndpointMetadata.OfType<ForRolesAttribute>().SelectMany(one => one.Allowed).Distinct().ToList();
                handlers.AddRange(compiled.HandlerMethods.Select(handler => new Handler(
                    route, handler.HttpMethod.ToUpperInvariant(), handler.Name ?? "", roles,
                    compiled.EndpointMetadata.OfType<IAllowAnonymous>().Any(), compiled.EndpointMetadata.OfType<FreshSignInAttribute>().Any())));
            }
        }

        return [.. handlers.DistinctBy(handler => (handler.Route, handler.Method, handler.Name)).OrderBy(handler => handler.Route, StringComparer.Ordinal)];
    }

    /// <summary>The token of a form that every member of staff sees.</summary>
    public static async Task<string> TokenAsync(this HttpClient client, string path = "/admin")
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        return page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Asks a handler at an address, with nothing but the token.</summary>
    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, Handler handler, string address, string token)
    {
        var target = new Uri(address + handler.Query, UriKind.Relative);
        return handler.IsPost
            ? client.PostAsync(target, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]))
            : client.GetAsync(target);
    }
}
