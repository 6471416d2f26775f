using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media;

namespace UngPortal.Features.Importing;

/// <summary>Reads a video: a YAML file beside the film in two formats, a poster, and captions in each language.</summary>
public sealed class FilmPublication(MediaFolder media)
{
    private static readonly string[] CaptionLanguages = ["nb", "nn", "en"];

    public PublicationDraft? Read(SourceFile source, string slug, IReadOnlySet<string> known, List<ImportProblem> problems)
    {
        var file = source.Shown(source.Paths[0]);
        if (YamlText.Fields(file, SourceFile.ReadText(source.Paths[0]), 0, problems) is not { } fields)
        {
            return null;
        }

        var titles = fields.Localized("title", maxLength: Publication.TitleMaxLength);
        var ingresses = fields.Localized("ingress", maxLength: Publication.IngressMaxLength);
        var transcript = fields.Localized("transcript");
        var topics = CommonFields.Topics(fields, known);
        var reviewed = fields.Date("lastReviewedAt");
        var draft = new PublicationDraft
        {
            Kind = PublicationKind.Video,
            Slug = slug,
            PublishedAt = CommonFields.Published(fields),
            Sensitivity = fields.OneOf<Sensitivity>("sensitivity", Sensitivity.None),
            TopicSlugs = topics,
            AgeBands = CommonFields.Bands(fields),
            Facts = new PublicationFacts
            {
                Creator = fields.Text("creator", Publication.NameMaxLength),
                Licence = fields.Text("licence", Publication.NameMaxLength),
                LastReviewedAt = reviewed,
                ReviewDueAt = ReviewDates.BySlug(reviewed, slug, topics),
                Illustration = fields.Text("illustration"),
                Related = fields.Slugs("related"),
                Services = fields.Slugs("services"),
                Sources = CommonFields.Sources(fields),
                Video = ReadFilm(source.Folder, slug, fields, transcript),
            },
            Texts = titles.ToDictionary(
                title => title.Key,
                title => TextOf(title.Value, ingresses.In(title.Key), transcript.In(title.Key)),
                StringComparer.Ordinal),
        };
        fields.Maps("scenes");
        fields.RefuseTheRest();
        return problems.Count == 0 ? draft : null;
    }

    private static TextDraft TextOf(string title, string ingress, string transcript)
    {
        var readability = Readability.Of(transcript.Split('\n'));
        return new TextDraft(title, ingress, transcript, "", readability.Lix, readability.Words);
    }

    private PublicationFacts.Film? ReadFilm(string folder, string slug, YamlFields fields, LocalizedText transcript)
    {
        var seconds = fields.Number("seconds");
        var width = fields.Number("width");
        var height = fields.Number("height");
        string[] needed = [$"{slug}.webm", $"{slug}.mp4", $"{slug}.jpg", $"{slug}.nb.vtt"];
        foreach (var name in needed.Where(name => !File.Exists(Path.Combine(folder, name))))
        {
            fields.Problem(null, $"The file '{name}' is missing.");
        }

        if (fields.Problems.Count > 0)
        {
            return null;
        }

        var captions = CaptionLanguages.Select(language => (language, Path: Path.Combine(folder, $"{slug}.{language}.vtt")))
            .Where(caption => File.Exists(caption.Path))
            .ToDictionary(caption => caption.language, caption => media.Put(caption.Path), StringComparer.Ordinal);
        return new PublicationFacts.Film(
            media.Put(Path.Combine(folder, needed[0])), media.Put(Path.Combine(folder, needed[1])), media.Put(Path.Combine(folder, needed[2])),
            width, height, seconds, captions, transcript);
    }
}
