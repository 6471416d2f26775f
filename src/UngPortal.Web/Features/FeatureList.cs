using UngPortal.Features.Feedback;
using UngPortal.Features.Feeds;
using UngPortal.Features.Importing;
using UngPortal.Features.Publications;
using UngPortal.Features.Safety;
using UngPortal.Features.Search;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;

namespace UngPortal.Features;

/// <summary>The table of contents: one line per feature.</summary>
public static class FeatureList
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddVisitorChoice();
        builder.AddShownSettings();
        builder.AddPublications();
        builder.AddImporting();
        builder.AddServices();
        builder.AddSearch();
        builder.AddFeedback();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapSafety();
        app.MapSearch();
        app.MapFeeds();
    }
}
