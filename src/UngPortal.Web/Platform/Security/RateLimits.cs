namespace UngPortal.Platform.Security;

/// <summary>The names of the rate limits' policies. A refusal is 429 with Retry-After; nothing is stored or logged about addresses.</summary>
public static class RateLimits
{
    /// <summary>For pages that search.</summary>
    public const string Search = "search";

    /// <summary>For pages with a form; only sending counts.</summary>
    public const string Forms = "forms";

    /// <summary>For the open interface.</summary>
    public const string Api = "api";

    internal const string Reports = "reports";

    internal static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<NetworkPartition>();
        builder.Services.AddSingleton<RequestBuckets>();
    }
}
