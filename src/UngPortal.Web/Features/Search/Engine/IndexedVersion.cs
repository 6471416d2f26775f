using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Turns the language versions of one thing into Lucene documents, so that each reader meets exactly one of them.</summary>
internal static class IndexedVersion
{
    private const int MaxBodyLength = 100_000;

    private static readonly Dictionary<string, string[]> Preferences = new()
    {
        ["nb"] = ["nb", "nn", "en"],
        ["nn"] = ["nn", "nb", "en"],
        ["en"] = ["en", "nb", "nn"],
    };

    // Never sent to a browser: as UTF-8, Norwegian letters take a third of the room and are read much faster.
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly FieldType TextType = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, omitNorms: false);
    private static readonly FieldType VocabularyType = Frozen(IndexOptions.DOCS_ONLY, omitNorms: true);

    /// <summary>Whether readers of the language have a version chosen for them.</summary>
    public static bool AreShownIn(string language) => Preferences.ContainsKey(language);

    public static IEnumerable<Document> Of(IReadOnlyCollection<SearchDocument> versions) =>
        versions.Select(version => Of(version, versions));

    public static SearchDocument Read(Document document)
    {
        var stored = document.GetBinaryValue(IndexFields.Stored);
        return JsonSerializer.Deserialize<SearchDocument>(stored.Bytes.AsSpan(stored.Offset, stored.Length))!;
    }

    /// <summary>The key alone, without making anything of the rest.</summary>
    public static string KeyOf(Document document)
    {
        var stored = document.GetBinaryValue(IndexFields.Stored);
        return JsonSerializer.Deserialize<Keyed>(stored.Bytes.AsSpan(stored.Offset, stored.Length))!.Key;
    }

    /// <summary>The languages whose readers are shown this version, given its siblings.</summary>
    private static IEnumerable<string> Readers(SearchDocument version, IReadOnlyCollection<SearchDocument> versions) =>
        Preferences.Where(order => versions.MinBy(v => Rank(order.Value, v.Language))!.Language == version.Language).Select(order => order.Key);

    private static int Rank(string[] order, string language) => Array.IndexOf(order, language) is var i and >= 0 ? i : order.Length;

    private static Document Of(SearchDocument version, IReadOnlyCollection<SearchDocument> versions)
    {
        var document = new Document
        {
            new StoredField(IndexFields.Stored, JsonSerializer.SerializeToUtf8Bytes(version, Stored)),
            new StringField(IndexFields.Key, version.Key, Field.Store.NO),
            new StringField(IndexFields.Kind, version.Kind, Field.Store.NO),
            new SortedDocValuesField(IndexFields.Kind, new BytesRef(version.Kind)),
            new SortedDocValuesField(IndexFields.Language, new BytesRef(version.Language)),
            new SortedDocValuesField(IndexFields.Sensitivity, new BytesRef(version.Sensitivity)),
            new StringField(IndexFields.Sensitivity, version.Sensitivity, Field.Store.NO),
            new NumericDocValuesField(IndexFields.ForFriends, version.ForFriends ? 1 : 0),
            new NumericDocValuesField(IndexFields.Published, version.PublishedAt.Ticks),
        };
        AddAll(document, IndexFields.ShownTo, Readers(version, versions));
        AddAll(document, IndexFields.Topic, version.Topics);
        AddAll(document, IndexFields.AgeBand, version.AgeBands);
        AddAll(document, IndexFields.Year, version.Year is { } year ? [year.ToString(CultureInfo.InvariantCulture)] : []);
        AddAll(document, IndexFields.Tag, version.Tags);
        AddAll(document, IndexFields.Method, version.MethodLike ? ["1"] : []);

        var text = new VersionText(version.Language);
        document.Add(new Field(IndexFields.Title, text.Stems(version.Title), TextType));
        document.Add(new Field(IndexFields.TopicNames, text.Stems(string.Join(" . ", version.TopicNames)), TextType));
        document.Add(new Field(IndexFields.TitleVocabulary, text.Vocabulary(), VocabularyType));
        document.Add(new Field(IndexFields.FormsOf(IndexFields.TitleVocabulary), text.FormBeginnings(), VocabularyType));
        document.Add(new Field(IndexFields.Ingress, text.ProseStems(version.Ingress), TextType));
        document.Add(new Field(IndexFields.Body, text.ProseStems(version.Body.Length > MaxBodyLength ? version.Body[..MaxBodyLength] : version.Body), TextType));
        foreach (var other in versions.Where(v => v.Language != version.Language))
        {
            document.Add(new Field(IndexFields.OtherVersions, text.Stems($"{other.Title} . {other.Ingress}", other.Language), TextType));
        }

        document.Add(new Field(IndexFields.Vocabulary, text.Vocabulary(), VocabularyType));
        document.Add(new Field(IndexFields.FormsOf(IndexFields.Vocabulary), text.Forms(), VocabularyType));
        return document;
    }

    private static void AddAll(Document document, string field, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            document.Add(new StringField(field, value, Field.Store.NO));
        }
    }

    private sealed record Keyed(string Key);

    private static FieldType Frozen(IndexOptions options, bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = omitNorms, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
