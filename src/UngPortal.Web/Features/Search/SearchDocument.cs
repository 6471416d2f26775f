namespace UngPortal.Features.Search;

/// <summary>One language version of something that can be found; all versions of a thing share its <see cref="Key"/>.</summary>
public sealed record SearchDocument
{
    /// <summary><c>article</c>, <c>video</c>, <c>illustration</c>, <c>question</c>, <c>service</c>, <c>tool</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique for the thing, such as <c>article:tvangstanker</c>.</summary>
    public required string Key { get; init; }

    public required string Path { get; init; }

    /// <summary>The code of the version's language: <c>nb</c>, <c>nn</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    public string Ingress { get; init; } = "";

    /// <summary>Plain text, without markup; a line for each heading, paragraph and list item.</summary>
    public string Body { get; init; } = "";

    /// <summary>Slugs, those of the topics' ancestors included.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The topics' names in the version's language, those of the ancestors included.</summary>
    public IReadOnlyList<string> TopicNames { get; init; } = [];

    /// <summary>The names of its own topics, the main one first; one of them is shown on the hit.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> AgeBands { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>What else lists of the kind filter by, such as <c>rolle:lege</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>In UTC.</summary>
    public DateTime PublishedAt { get; init; }

    /// <summary><c>none</c>, <c>sensitive</c> or <c>crisis</c>.</summary>
    public string Sensitivity { get; init; } = "none";

    /// <summary>Whether it is written for those who are worried about somebody else.</summary>
    public bool ForFriends { get; init; }

    /// <summary>Whether the text could be read as a method; such a document is held back from a crisis query.</summary>
    public bool MethodLike { get; init; }
}
