using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>Refuses a request that says it is larger than a package with its form, before anything of it is read, and stops one that is larger without saying so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PackageLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The largest package, in bytes.</summary>
    public const int BytesMost = 20 * 1024 * 1024;

    private const int FieldsMost = 256 * 1024;

    // The antiforgery filter, at 1 000, reads the form.
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BytesMost + FieldsMost;
        }

        if (http.Request.ContentLength > BytesMost + FieldsMost)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
