using UngPortal.Features.Publications;
using UngPortal.Kernel;

using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>The fields that every kind of publication shares.</summary>
public static class CommonFields
{
    private const int TopicsMost = 4;
    private const int ReviewDays = 365;
    private const int ReviewDaysSensitive = 180;
    private const int ReviewScatterDays = 46;

    private static readonly string[] FastMovingTopics = ["samfunn-lover-og-rettigheter", "okonomi", "prevensjon", "stipend", "sommerjobb", "forerkort"];

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

    /// <summary>Published + 365 days, 180 for law, money and health methods, and 0 to 45 more by the slug, so that they scatter.</summary>
    public static DateOnly ReviewDue(DateOnly reviewed, string slug, IEnumerable<string> topics)
    {
        var scatter = slug.Aggregate(17, (sum, c) => (sum * 31 + c) & 0xFFFF) % ReviewScatterDays;
        return reviewed.AddDays((topics.Any(FastMovingTopics.Contains) ? ReviewDaysSensitive : ReviewDays) + scatter);
    }

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
