namespace UngPortal.Features.Search.Engine;

/// <summary>The names of the index's fields.</summary>
internal static class IndexFields
{
    public const string Stored = "doc";
    public const string Key = "key";
    public const string Kind = "kind";
    public const string Language = "lang";
    public const string ShownTo = "shown";
    public const string Topic = "topic";
    public const string AgeBand = "age";
    public const string Year = "year";
    public const string Tag = "tag";
    public const string Sensitivity = "sens";
    public const string Method = "method";
    public const string Published = "pub";
    public const string ForFriends = "friends";

    public const string Title = "t";
    public const string TopicNames = "p";
    public const string Ingress = "i";
    public const string Body = "b";

    /// <summary>Title and ingress of the other language versions.</summary>
    public const string OtherVersions = "a";

    /// <summary>Every word as <c>folded|word</c>, also under its folded stem.</summary>
    public const string Vocabulary = "v";

    /// <summary>The same, of titles and topic names only.</summary>
    public const string TitleVocabulary = "tv";

    private const int ShortestBeginning = 4;

    public static readonly (string Name, float Weight)[] Text =
    [
        (Title, 5f), (TopicNames, 3f), (Ingress, 2f), (Body, 1f), (OtherVersions, 1f),
    ];

    /// <summary>The field that holds a vocabulary's bare folded words, or their beginnings for the titles': where typos are looked up.</summary>
    public static string FormsOf(string vocabulary) => vocabulary + "f";

    public static IEnumerable<string> Beginnings(string folded) =>
        Enumerable.Range(ShortestBeginning, Math.Max(0, folded.Length - ShortestBeginning + 1)).Select(length => folded[..length]);
}
