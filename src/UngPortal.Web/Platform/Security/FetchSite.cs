namespace UngPortal.Platform.Security;

/// <summary>What a browser says about who asks. Source: Fetch Metadata; ASVS 5.0 V3.5.8.</summary>
public static class FetchSite
{
    /// <summary>Whether a page of this site asks; false also for programs and browsers that don't say. Data that only staff may see is handed to nobody else.</summary>
    public static bool IsOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "same-origin";
}
