using System.Text;
using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;
using YamlDotNet.Core;

namespace UngPortal.Features.Importing;

/// <summary>Makes a publication of the files of one piece of content, whatever its kind.</summary>
public sealed class ContentReading(MarkdownPublication markdown, PicturePublication pictures, FilmPublication films)
{
    /// <summary>The publication, or null with problems noted.</summary>
    public PublicationDraft? Read(ContentPiece piece, IReadOnlySet<string> topics, List<ImportProblem> problems)
    {
        var (source, kind, slug) = piece;
        try
        {
            return kind switch
            {
                PublicationKind.Video => films.Read(source, slug, topics, problems),
                PublicationKind.Illustration => pictures.Read(source, slug, topics, problems),
                _ => markdown.Read(source, kind, slug, topics, problems),
            };
        }
        catch (Exception fault) when (fault is DecoderFallbackException or YamlException or IOException or InvalidCastException)
        {
            problems.Add(new ImportProblem(source.Name, 1, $"The file can't be read: {fault.Message}"));
            return null;
        }
    }
}
