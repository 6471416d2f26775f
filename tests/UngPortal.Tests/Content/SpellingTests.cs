using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using UngPortal.Testing;

namespace UngPortal.Tests.Content;

/// <summary>Bokmål without slips. Right words that the dictionary doesn't know stand in <c>words.txt</c>.</summary>
public sealed partial class SpellingTests
{
    private static readonly string Words = Path.Combine(Repository.Root, "tests", "UngPortal.Tests", "Content", "words.txt");

    [HunspellFact]
    public async Task Words_OfEverythingInBokmal_AreKnown()
    {
        var allowed = (await File.ReadAllLinesAsync(Words)).Where(line => line is { Length: > 0 } && line[0] != '#').ToHashSet(StringComparer.OrdinalIgnoreCase);

        var unknown = (await UnknownAsync(string.Join('\n', Texts()))).Where(word => !allowed.Contains(word)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(unknown.Count == 0, string.Join(' ', unknown));
    }

    [HunspellFact]
    public async Task Allowed_EveryWord_IsUnknownToTheDictionary()
    {
        var lines = (await File.ReadAllLinesAsync(Words)).Where(line => line is { Length: > 0 } && line[0] != '#').ToList();

        Assert.Equal(lines.Order(StringComparer.Ordinal).Distinct(), lines);
        Assert.Empty(lines.Except(await UnknownAsync(string.Join('\n', lines)), StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Texts() =>
    [
        .. ShippedContent.Articles.Concat(ShippedContent.Pages).Where(file => file.Language == "nb").Select(file => Address().Replace(ShippedContent.WithoutReferences(file), " ")),
        .. ShippedContent.Illustrations.SelectMany(illustration => new[] { "title", "caption" }.Select(key => illustration.Fields.Localized(key)["nb"])),
        .. ShippedContent.Videos.SelectMany(video => new[] { "title", "ingress", "transcript" }.Select(key => video.Fields.Localized(key)["nb"])),
        .. ShippedContent.Snippets.Where(snippet => snippet.Text("language") == "nb").SelectMany(snippet => new[] { snippet.Text("title"), snippet.Text("text") }),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.resx", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Count(c => c == '.') == 1)
            .SelectMany(file => XDocument.Load(file).Descendants("data")).Select(data => Address().Replace(data.Value, " ")),
    ];

    private static async Task<List<string>> UnknownAsync(string text)
    {
        var start = new ProcessStartInfo("hunspell") { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 };
        Array.ForEach(["-d", "nb_NO", "-i", "utf-8", "-l"], start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    [GeneratedRegex(@"\b[\w-]+(?:\.[\w-]+)*\.(?:no|com|org)\b|\{\d\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Address();
}
