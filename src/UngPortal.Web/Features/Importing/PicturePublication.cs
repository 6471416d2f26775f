using System.Globalization;
using System.Xml;
using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media;

namespace UngPortal.Features.Importing;

/// <summary>Reads an illustration: a YAML file beside one picture or a series.</summary>
public sealed class PicturePublication(MediaFolder media)
{
    private static readonly string[] Lively = ["script", "style", "foreignObject", "iframe", "animate", "set", "a", "image"];

    public PublicationDraft? Read(SourceFile source, string slug, IReadOnlySet<string> known, List<ImportProblem> problems)
    {
        var file = source.Shown(source.Paths[0]);
        if (YamlText.Fields(file, SourceFile.ReadText(source.Paths[0]), 0, problems) is not { } fields)
        {
            return null;
        }

        var titles = fields.Localized("title", maxLength: Publication.TitleMaxLength);
        var captions = fields.Localized("caption", maxLength: Publication.IngressMaxLength);
        var topics = CommonFields.Topics(fields, known);
        var published = CommonFields.Published(fields);
        var draft = new PublicationDraft
        {
            Kind = PublicationKind.Illustration,
            Slug = slug,
            PublishedAt = published,
            TopicSlugs = topics,
            AgeBands = CommonFields.Bands(fields),
            Facts = new PublicationFacts
            {
                Creator = fields.Text("creator", Publication.NameMaxLength),
                Licence = fields.Text("licence", Publication.NameMaxLength),
                LastReviewedAt = DateOnly.FromDateTime(published),
                ReviewDueAt = ReviewDates.BySlug(DateOnly.FromDateTime(published), slug, topics),
                Illustration = slug,
                Pictures = [.. fields.Maps("pictures").Select(picture => ReadPicture(source.Folder, picture)).OfType<PublicationFacts.Picture>()],
            },
            Texts = titles.ToDictionary(title => title.Key, title => TextOf(title.Value, captions.In(title.Key)), StringComparer.Ordinal),
        };
        if (draft.Facts.Pictures.Count == 0)
        {
            fields.Problem(null, "'pictures' needs at least one picture.");
        }

        fields.RefuseTheRest();
        return problems.Count == 0 ? draft : null;
    }

    private static TextDraft TextOf(string title, string caption)
    {
        var readability = Readability.Of([caption]);
        return new TextDraft(title, caption, "", "", readability.Lix, readability.Words);
    }

    private PublicationFacts.Picture? ReadPicture(string folder, YamlFields fields)
    {
        var name = fields.Text("file");
        var alt = fields.Localized("alt");
        fields.RefuseTheRest();
        var path = Path.Combine(folder, Path.GetFileName(name));
        if (!File.Exists(path) || Path.GetExtension(path) != ".svg")
        {
            fields.Problem(null, $"The picture '{name}' is not there, or is no SVG.");
            return null;
        }

        if (SizeOf(path) is not { } size)
        {
            fields.Problem(null, $"The picture '{name}' is not a plain SVG with width and height.");
            return null;
        }

        return new PublicationFacts.Picture(media.Put(path), size.Width, size.Height, alt);
    }

    private static (int Width, int Height)? SizeOf(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            reader.MoveToContent();
            (int, int)? size = reader.LocalName == "svg"
                && int.TryParse(reader.GetAttribute("width"), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
                && int.TryParse(reader.GetAttribute("height"), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
                ? (width, height)
                : null;
            return size is not null && IsStill(reader) ? size : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Nothing in it runs, loads or styles: a picture that is opened by itself stays a picture.</summary>
    private static bool IsStill(XmlReader reader)
    {
        do
        {
            if (reader.NodeType == XmlNodeType.Element && (Lively.Contains(reader.LocalName) || HasLivelyAttribute(reader)))
            {
                return false;
            }
        }
        while (reader.Read());
        return true;
    }

    private static bool HasLivelyAttribute(XmlReader reader)
    {
        for (var at = 0; at < reader.AttributeCount; at++)
        {
            reader.MoveToAttribute(at);
            if (reader.LocalName is "href" or "style" || reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        reader.MoveToElement();
        return false;
    }
}
