using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>Sends the feedback form as a browser does.</summary>
internal static class FeedbackSending
{
    /// <summary>Opens the form and sends it with the text.</summary>
    public static async Task<HtmlPage> SendFeedbackAsync(this HttpClient visitor, string text)
    {
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
        fields["Tekst"] = text;
        return await visitor.SendFormAsync(fields);
    }

    /// <summary>Sends the fields as they are.</summary>
    public static async Task<HtmlPage> SendFormAsync(this HttpClient visitor, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri("/tilbakemelding", UriKind.Relative), content));
    }
}
