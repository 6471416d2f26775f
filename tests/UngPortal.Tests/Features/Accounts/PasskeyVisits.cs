using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Registers passkeys and signs in with them, as the script does.</summary>
internal static class PasskeyVisits
{
    public const string Keys = "/admin/min-konto/nokler";
    public const string Door = "/admin/logg-inn/nokkel";

    public static async Task RegisterAsync(this PortalApp app, int staffId, SoftPasskey key, string name) =>
        Assert.Equal(HttpStatusCode.OK, (await app.TryRegisterAsync(staffId, key, name)).Status);

    public static async Task<HtmlPage> TryRegisterAsync(this PortalApp app, int staffId, SoftPasskey key, string name)
    {
        using var client = await app.SignInAsync(staffId);
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(Keys, UriKind.Relative)));
        var options = await client.PostFromAsync(page, $"{Keys}?handler=Options", []);
        return await client.PostFromAsync(page, Keys, new() { ["svar"] = key.Create(options.Text), ["navn"] = name });
    }

    public static async Task<HtmlPage> SignInWithAsync(this HttpClient client, SoftPasskey key, string to = "")
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)));
        var options = await client.PostFromAsync(page, $"{Door}?handler=Options", []);
        return await client.PostFromAsync(page, Door, new() { ["svar"] = key.Get(options.Text), ["til"] = to });
    }

    /// <summary>The page's own token and the fields.</summary>
    public static async Task<HtmlPage> PostFromAsync(this HttpClient client, HtmlPage page, string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields);
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }
}
