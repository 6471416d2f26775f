using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>One piece of content in all its languages: the translation group of product/content.md.</summary>
public sealed class Publication
{
    public const int TitleMaxLength = 80;
    public const int IngressMaxLength = 300;
    public const int BodyMaxLength = 40_000;
    public const int NameMaxLength = 120;

    private readonly List<PublicationText> _texts = [];
    private readonly List<PublicationTopic> _topics = [];

    public int Id { get; private set; }

    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    public PublicationFacts Facts { get; private set; } = PublicationFacts.Empty;

    public Sensitivity Sensitivity { get; private set; }

    public string[] AgeBands { get; private set; } = [];

    public DateTime PublishedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public DateTime? TakenDownAt { get; private set; }

    /// <summary>The organisation that looks after it; null for what came with the house, which the editors look after.</summary>
    public int? OwnerId { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PublicationText> Texts => _texts;

    public IReadOnlyList<PublicationTopic> Topics => _topics;

    /// <summary>What others call it: <c>article:slug</c>. Key of the search index, of cache tags and of outbox rows.</summary>
    public string Key => KeyOf(Kind, Slug);

    public static string KeyOf(PublicationKind kind, string slug) => $"{kind.ToString().ToLowerInvariant()}:{slug}";

    /// <summary>Replaces everything that stands in the content with what the draft says; language versions that are gone fall away.</summary>
    public void Revise(PublicationDraft draft, IReadOnlyDictionary<string, int> topicIds, DateTime now)
    {
        if (!draft.Texts.ContainsKey(Language.Bokmal.Code))
        {
            throw new InvalidOperationException("A publication needs a bokmål text.");
        }

        Facts = draft.Facts;
        Sensitivity = draft.Sensitivity;
        AgeBands = [.. draft.AgeBands];
        PublishedAt = draft.PublishedAt;
        ChangedAt = now;
        TakenDownAt = null;

        _texts.RemoveAll(text => !draft.Texts.ContainsKey(text.Language));
        foreach (var (language, text) in draft.Texts)
        {
            if (_texts.Find(existing => existing.Language == language) is { } existing)
            {
                existing.Rewrite(text);
            }
            else
            {
                _texts.Add(PublicationText.Write(language, text));
            }
        }

        var wanted = draft.TopicSlugs.Select(slug => topicIds[slug]).Distinct().ToList();
        _topics.RemoveAll(topic => !wanted.Contains(topic.TopicId));
        _topics.AddRange(wanted.Except(_topics.Select(topic => topic.TopicId)).ToList().ConvertAll(id => new PublicationTopic { TopicId = id }));
    }

    public void BelongTo(int organisationId) => OwnerId = organisationId;

    /// <summary>Takes it off the site: its address then answers 410.</summary>
    public void TakeDown(DateTime now)
    {
        if (TakenDownAt is not null)
        {
            throw new InvalidOperationException("It is taken down already.");
        }

        TakenDownAt = now;
        ChangedAt = now;
    }

    /// <summary>The version in the language, else the bokmål one.</summary>
    public PublicationText TextIn(Language language) =>
        _texts.Find(text => text.Language == language.Code) ?? _texts.First(text => text.Language == Language.Bokmal.Code);
}
