using UngPortal.Features.Publications;
using UngPortal.Kernel;

using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>The fields that every kind of publication shares.</summary>
public static class CommonFields
{
    private const int TopicsMost = 4;

    public static IReadOnlyList<string> Topics(YamlFields fields, IReadOnlySet<string> known)
    {
        var topics = fields.Slugs("topics", known);
        if (topics.Count is 0 or > TopicsMost)
        {
            fields.Problem("topics", $"'topics' needs 1 to {TopicsMost} topics of topics.yml.");
        }

        return topics;
    }

    public static IReadOnlyList<string> Bands(YamlFields fields)
    {
        var bands = fields.List("ageBands");
        foreach (var bad in bands.Where(band => !AgeBand.TryParse(band, out _)))
        {
            fields.Problem("ageBands", $"'{bad}' is not an age band such as 13-15.");
        }

        return bands;
    }

    public static DateTime Published(YamlFields fields) =>
        fields.Date("publishedAt").ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc);

    public static IReadOnlyList<PublicationFacts.Source> Sources(YamlFields fields)
    {
        var sources = new List<PublicationFacts.Source>();
        foreach (var item in fields.Maps("sources"))
        {
            var source = new PublicationFacts.Source(item.Text("title"), item.Text("publisher"), item.Text("url"));
            if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
            {
                item.Problem("url", $"The source address '{source.Url}' must start with https://.");
            }

            item.RefuseTheRest();
            sources.Add(source);
        }

        return sources;
    }
}
