using System.Text;
using UngPortal.Platform.Importing;

namespace UngPortal.Tests.Features.Importing;

/// <summary>One bad file is named with its line, and the others come in.</summary>
public sealed class BrokenContentTests(EmptySite app) : IClassFixture<EmptySite>
{
    private const string Long = "Denne tittelen er så lang at den ikke får plass på et kort, og det må noen si fra om med en gang";

    public static TheoryData<string, string, int, string> Articles => new()
    {
        { "uten-hode", "Bare tekst.\n", 1, "front matter" },
        { "apent-hode", "---\ntitle: Hei\n", 1, "front matter" },
        { "tom", "", 1, "front matter" },
        { "ikke-yaml", ContentTree.Article().Replace("topics: [kropp]", "topics: [kropp", StringComparison.Ordinal), 2, "not valid YAML" },
        { "tabulator", ContentTree.Article().Replace("sensitivity: none", "\tsensitivity: none", StringComparison.Ordinal), 2, "not valid YAML" },
        { "to-ganger", ContentTree.Article().Replace("sensitivity: none", "title: Igjen", StringComparison.Ordinal), 6, "not valid YAML" },
        { "ukjent-felt", ContentTree.Article().Replace("sensitivity: none", "sensitivity: none\nforfatter: Meg", StringComparison.Ordinal), 7, "'forfatter' is unknown" },
        { "feil-dato", ContentTree.Article().Replace("lastReviewedAt: 2026-11-01", "lastReviewedAt: 1. november", StringComparison.Ordinal), 9, "must be a date" },
        { "lang-tittel", ContentTree.Article(Long), 2, "at most 80" },
        { "uten-tittel", ContentTree.Article("''"), 2, "'title' is empty" },
        { "ukjent-tema", ContentTree.Article().Replace("[kropp]", "[romfart]", StringComparison.Ordinal), 4, "'romfart' in 'topics' is unknown" },
        { "feil-alder", ContentTree.Article().Replace("[13-15]", "[unge]", StringComparison.Ordinal), 5, "'unge' is not an age band" },
        { "feil-folsomhet", ContentTree.Article().Replace("sensitivity: none", "sensitivity: litt", StringComparison.Ordinal), 6, "must be one of" },
        { "tom-tekst", ContentTree.Article(body: ""), 13, "body is empty" },
        { "telefon", ContentTree.Article(body: "Hei.\n\nRing 22 33 44 55 nå."), 15, "phone number" },
        { "http-kilde", ContentTree.Article().Replace("https://www", "http://www", StringComparison.Ordinal), 11, "must start with https" },
        { "html", ContentTree.Article(body: "Hei.\n\n[klikk](javascript:alert(1))"), 15, "can't be used" },
        { "ukjent-boks", ContentTree.Article(body: "Hei.\n\n::: kort Tittel\nTekst.\n:::"), 15, "unknown" },
    };

    public static TheoryData<string, string, string> Others => new()
    {
        { "illustrations/uten-bilde.yml", ContentTree.Illustration("finnes-ikke.svg"), "'finnes-ikke.svg' is not there" },
        { "illustrations/ut-av-mappa.yml", ContentTree.Illustration("../../../../etc/passwd"), "is not there, or is no SVG" },
        { "illustrations/doctype.yml", ContentTree.Illustration("doctype.svg"), "not a plain SVG" },
        { "illustrations/skript.yml", ContentTree.Illustration("skript.svg"), "not a plain SVG" },
        { "illustrations/uten-mal.yml", ContentTree.Illustration("uten-mal.svg"), "not a plain SVG" },
        { "illustrations/lang-tittel.yml", ContentTree.Illustration("god.svg", Long), "at most 80" },
        { "illustrations/liste.yml", "- en\n- to\n", "Expected fields" },
        { "videos/film.yml", ContentTree.Video(), "'film.nb.vtt' is missing" },
        { "videos/Store Bokstaver.yml", ContentTree.Video(), "is not a slug" },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public async Task Import_BrokenArticle_IsNamedWithItsLine(string slug, string text, int line, string message)
    {
        using var tree = new ContentTree(app);
        tree.Write($"articles/{slug}.nb.md", text);
        tree.Write($"articles/god-{slug}.nb.md", ContentTree.Article());

        var report = await tree.ImportAsync();

        var problem = Assert.Single(report.Problems.DistinctBy(found => found.Line));
        Assert.Equal($"articles/{slug}.nb.md", problem.File);
        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, report[ImportOutcome.Invalid]);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.GetPageAsync($"/artikler/god-{slug}")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.GetPageAsync($"/artikler/{slug}")).Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Import_BrokenPictureOrFilm_IsNamed(string file, string text, string message)
    {
        using var tree = new ContentTree(app);
        tree.Write(file, text);
        tree.Write("illustrations/doctype.svg", "<!DOCTYPE svg [<!ENTITY x \"y\">]>" + ContentTree.Svg);
        tree.Write("illustrations/skript.svg", ContentTree.Svg.Replace("<rect", "<script>alert(1)</script><rect onclick=\"x()\"", StringComparison.Ordinal));
        tree.Write("illustrations/uten-mal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        tree.Write("illustrations/god.svg", ContentTree.Svg);
        tree.Write("videos/film.webm", [1]);
        tree.Write("videos/film.mp4", [1]);
        tree.Write("videos/film.jpg", [1]);

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.File == file && problem.Line >= 1 && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(1, report[ImportOutcome.Invalid]);
    }

    [Theory]
    [InlineData("articles/latin.nb.md")]
    [InlineData("pages/latin.nb.md")]
    [InlineData("illustrations/latin.yml")]
    [InlineData("videos/latin.yml")]
    [InlineData("topics.yml")]
    [InlineData("services/helplines.yml")]
    public async Task Import_FileThatIsNotUtf8_IsNamedAndTheRestComesIn(string file)
    {
        using var tree = new ContentTree(app);
        var slug = "etter-" + file.Split('/', '.')[0];
        await tree.ImportAsync();
        tree.Write(file, Encoding.Latin1.GetBytes("title: Blåbær\n"));
        tree.Write($"pages/{slug}.nb.md", ContentTree.Article().Replace("topics: [kropp]\nageBands: [13-15]\nsensitivity: none\nillustration: tegning\n", "", StringComparison.Ordinal));

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.File.Split('.')[0] == file.Split('.')[0] && problem.Line == 1 && problem.Message.Contains("can't be read", StringComparison.Ordinal));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.GetPageAsync($"/{slug}")).Status);
    }

    [Theory]
    [InlineData("- slug: kropp\n  nb: Kropp\n", 1)]
    [InlineData("slug: kropp\n", 1)]
    [InlineData("- slug: [\n", 2)]
    [InlineData("- slug: kropp\n  nb: K\n  nn: K\n  en: B\n  children:\n    - { slug: Ikke Gyldig, nb: x, nn: x, en: x }\n", 6)]
    public async Task Import_BrokenTopics_AreNamedAndTheTreeStays(string yaml, int line)
    {
        using var tree = new ContentTree(app);
        await tree.ImportAsync();
        tree.Write("topics.yml", yaml);
        tree.Write("articles/tema-ble-igjen.nb.md", ContentTree.Article());

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.File == "topics.yml" && problem.Line == line);
        Assert.Equal(1, report[ImportOutcome.Created] + report[ImportOutcome.Unchanged]);
    }

    [Theory]
    [InlineData("articles/sprak.md")]
    [InlineData("articles/sprak.de.md")]
    [InlineData("articles/sprak.NB.md")]
    public async Task Import_VersionInALanguageWeDoNotHave_IsNamed(string file)
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/sprak.nb.md", ContentTree.Article());
        tree.Write(file, ContentTree.Article());

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.File == file && problem.Message.Contains("language", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_OnlyNynorsk_SaysThatBokmalIsMissing()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/berre-nynorsk.nn.md", ContentTree.Article());

        Assert.Contains((await tree.ImportAsync()).Problems, problem => problem.Message.Contains("no bokmål version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_FolderThatIsNotThere_SaysSoAndKeepsEverything()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/blir-staende.nb.md", ContentTree.Article());
        await tree.ImportAsync();
        Directory.Move(tree.Folder, tree.Folder + "-borte");

        var report = await tree.ImportAsync();
        Directory.Move(tree.Folder + "-borte", tree.Folder);

        Assert.Contains("is not there", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.GetPageAsync("/artikler/blir-staende")).Status);
    }
}
