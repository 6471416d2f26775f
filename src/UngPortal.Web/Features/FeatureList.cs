using UngPortal.Features.Importing;

namespace UngPortal.Features;

/// <summary>The table of contents: one line per feature.</summary>
public static class FeatureList
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddImporting();
    }
}
