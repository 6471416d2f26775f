using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Security;

/// <summary>The configuration section <c>RateLimits</c>: requests per network address. Pages from the cache don't count.</summary>
public sealed record RateLimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "RateLimits";

    /// <summary>All requests, a minute; a whole school may share one address.</summary>
    [Range(1, int.MaxValue)]
    public int AllPerMinute { get; init; } = 1_200;

    /// <summary>Searches and lists of suggestions, a minute; again for a whole school.</summary>
    [Range(1, int.MaxValue)]
    public int SearchPerMinute { get; init; } = 600;

    /// <summary>Questions to the open interface, a minute: a whole register of 50 000 services is 500 of them.</summary>
    [Range(1, int.MaxValue)]
    public int ApiPerMinute { get; init; } = 600;

    /// <summary>Sent forms, in ten minutes; looking at a form doesn't count.</summary>
    [Range(1, int.MaxValue)]
    public int FormsPerTenMinutes { get; init; } = 20;

    /// <summary>Browsers' reports about the content security policy, a minute.</summary>
    [Range(1, int.MaxValue)]
    public int ReportsPerMinute { get; init; } = 30;
}
