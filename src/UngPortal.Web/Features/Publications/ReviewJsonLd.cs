using System.Globalization;

namespace UngPortal.Features.Publications;

/// <summary>Who wrote a publication and who has reviewed it, for machines: the same as the page says.</summary>
public static class ReviewJsonLd
{
    public static object Author(PublicationFacts facts) => Organisation(facts.Owner);

    public static string Updated(PublicationFacts facts) => facts.LastReviewedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page with its professional review; null when there is none.</summary>
    public static object? ReviewedPage(PublicationFacts facts) => facts.ReviewedBy is not { } reviewer ? null : new Dictionary<string, object>
    {
        ["@type"] = "WebPage",
        ["lastReviewed"] = Updated(facts),
        ["reviewedBy"] = new Dictionary<string, object>
        {
            ["@type"] = "Person",
            ["name"] = reviewer.Name,
            ["jobTitle"] = reviewer.Role,
            ["affiliation"] = Organisation(reviewer.Organisation),
        },
    };

    private static Dictionary<string, object> Organisation(string name) => new() { ["@type"] = "Organization", ["name"] = name };
}
