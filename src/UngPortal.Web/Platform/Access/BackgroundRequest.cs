using UngPortal.Platform.Security;

namespace UngPortal.Platform.Access;

/// <summary>What a page asks by itself. It is answered like anything else, but does not count as somebody being there: a page left open must not keep its session open. Source: ASVS 5.0 V7.3.1.</summary>
public static class BackgroundRequest
{
    /// <summary>The header that scripts set.</summary>
    public const string Header = "Ung-Background";

    extension(HttpContext context)
    {
        /// <summary>Whether a script asks without anybody having done anything.</summary>
        public bool IsInBackground => context.Request.IsSocket || context.Request.Headers.ContainsKey(Header);
    }
}
