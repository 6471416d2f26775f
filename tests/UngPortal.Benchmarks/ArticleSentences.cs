using System.Text.RegularExpressions;

namespace UngPortal.Benchmarks;

/// <summary>One language version of a starter article, cut into sentences: the stuff made-up documents are made of.</summary>
internal sealed partial record ArticleSentences(string Language, string Title, IReadOnlyList<string> Topics, IReadOnlyList<string> AgeBands, IReadOnlyList<string> Sentences)
{
    private const int ShortestSentence = 12;

    public static IReadOnlyList<ArticleSentences> ReadAll() =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "articles"), "*.md").Order(StringComparer.Ordinal).Select(Read)];

    private static ArticleSentences Read(string file)
    {
        var parts = File.ReadAllText(file).Split("---", 3);
        var sentences = SentenceEnd().Split(Markup().Replace(parts[2], " ")).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length >= ShortestSentence);
        var ingress = Value(parts[1], "ingress");
        return new ArticleSentences(
            Path.GetFileNameWithoutExtension(file).Split('.')[1], Value(parts[1], "title").Trim('"'), List(parts[1], "topics"), List(parts[1], "ageBands"), [ingress, .. sentences]);
    }

    private static string[] List(string front, string name) => Value(front, name).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Value(string front, string name) =>
        front.Split('\n').First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    [GeneratedRegex(@"\[\[[^\]]*\]\]|\]\([^)]*\)|^:::.*?$|[#*>\[\]|]", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n\s*\n|\n- ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SentenceEnd();
}
