using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing;

/// <summary>All that an editor may change of a publication; kept as one JSON column in drafts and in revisions.</summary>
public sealed record DraftContent
{
    public const int TopicsMost = 4;
    public const int RelatedMost = 6;
    public const int PicturesMost = 8;
    public const int SourcesMost = 20;
    public const int SourceMaxLength = 300;
    public const int CreatorMaxLength = 120;

    public Sensitivity Sensitivity { get; init; }

    public Readers Readers { get; init; }

    public IReadOnlyList<string> AgeBands { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Illustration { get; init; }

    public IReadOnlyList<string> Related { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<PublicationFacts.Source> Sources { get; init; } = [];

    /// <summary>The pictures of an illustration and the film of a video; put there by the media library or the importer.</summary>
    public IReadOnlyList<PublicationFacts.Picture> Pictures { get; init; } = [];

    public PublicationFacts.Film? Video { get; init; }

    public string Creator { get; init; } = "";

    public string Licence { get; init; } = "";

    /// <summary>The language versions by code; bokmål is always among them.</summary>
    public IReadOnlyDictionary<string, Text> Texts { get; init; } = new Dictionary<string, Text> { ["nb"] = new("", "", "") };

    /// <summary>One language version as it is written.</summary>
    /// <param name="Title">The heading.</param>
    /// <param name="Ingress">The first lines; the caption of an illustration.</param>
    /// <param name="Body">Markdown; the transcript of a video.</param>
    /// <param name="FromBokmal">The revision of the bokmål text that this version was made from; null for bokmål itself.</param>
    public sealed record Text(string Title, string Ingress, string Body, int? FromBokmal = null);

    /// <summary>What is live, as the beginning of a new revision.</summary>
    public static DraftContent Of(Publication live, IEnumerable<string> topics) =>
        Of(live.Facts, live.Sensitivity, live.AgeBands, topics, live.Texts.Select(text => (text.Language, new Text(text.Title, text.Ingress, text.Body))));

    /// <summary>What the shipped files say, as the beginning of a new revision.</summary>
    public static DraftContent Of(PublicationDraft file) =>
        Of(file.Facts, file.Sensitivity, file.AgeBands, file.TopicSlugs, file.Texts.Select(text => (text.Key, new Text(text.Value.Title, text.Value.Ingress, text.Value.Body))));

    public Text In(string language) => Texts.GetValueOrDefault(language) ?? new Text("", "", "");

    public DraftContent With(string language, Text text) => this with { Texts = new Dictionary<string, Text>(Texts, StringComparer.Ordinal) { [language] = text } };

    /// <summary>With the film; what is said in it stands in for what nobody has written yet.</summary>
    public DraftContent With(FilmShelf.Taken taken) => this with
    {
        Video = taken.Film,
        Creator = taken.Creator,
        Licence = taken.Licence,
        Texts = Texts.ToDictionary(
            text => text.Key,
            text => string.IsNullOrWhiteSpace(text.Value.Body) ? text.Value with { Body = taken.Film.Transcript.GetValueOrDefault(text.Key) ?? "" } : text.Value,
            StringComparer.Ordinal),
    };

    public DraftContent Without(string language) => language == "nb"
        ? throw new InvalidOperationException("The bokmål text stays: the others are made from it.")
        : this with { Texts = Texts.Where(text => text.Key != language).ToDictionary(StringComparer.Ordinal) };

    private static DraftContent Of(PublicationFacts facts, Sensitivity sensitivity, IReadOnlyList<string> ageBands, IEnumerable<string> topics, IEnumerable<(string Language, Text Text)> texts) => new()
    {
        Sensitivity = sensitivity,
        Readers = facts.Readers,
        AgeBands = ageBands,
        Topics = [.. topics],
        Illustration = facts.Illustration,
        Related = facts.Related,
        Services = facts.Services,
        Sources = facts.Sources,
        Pictures = facts.Pictures,
        Video = facts.Video,
        Creator = facts.Creator,
        Licence = facts.Licence,
        Texts = texts.ToDictionary(text => text.Language, text => text.Text with { FromBokmal = text.Language == "nb" ? null : 1 }, StringComparer.Ordinal),
    };
}
