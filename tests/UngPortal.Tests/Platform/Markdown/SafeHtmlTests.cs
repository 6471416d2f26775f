using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed partial class SafeHtmlTests
{
    [Fact]
    public void WriteTo_Page_LeavesTheHtmlAsItIs()
    {
        using var page = new StringWriter();
        Fragment("<p>a &amp; b</p>").WriteTo(page, HtmlEncoder.Default);

        Assert.Equal("<p>a &amp; b</p>", page.ToString());
    }

    [Fact]
    public void IsEmpty_Nothing_IsTrue()
    {
        Assert.True(SafeHtml.Empty.IsEmpty);
        Assert.False(Fragment("<p>a</p>").IsEmpty);
    }

    [Fact]
    public void V1_2_1_SafeHtml_HasNoPublicConstructor() => Assert.Empty(typeof(SafeHtml).GetConstructors());

    [Fact]
    public void V1_2_1_Source_OnlySafeHtmlAndJsonLdAreHtmlContent() => Assert.Equal(
        [typeof(SafeHtml), typeof(UngPortal.Platform.Web.JsonLd)],
        typeof(SafeHtml).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IHtmlContent)) && !type.IsAbstract).OrderBy(type => type.FullName));

    [Fact]
    public void V1_2_1_Source_NothingElseLeavesAPageUnencoded()
    {
        var folder = Path.Combine("Platform", "Markdown");
        var offenders = Directory.EnumerateFiles(Sources(), "*.cs*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Sources(), file))
            .Where(file => !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("bin", StringComparison.Ordinal)
                && !file.StartsWith("node_modules", StringComparison.Ordinal))
            .Where(file => (file.StartsWith(folder, StringComparison.Ordinal) ? Raw() : RawOrSafeHtml()).IsMatch(File.ReadAllText(Path.Combine(Sources(), file))));

        Assert.Empty(offenders);
    }

    private static SafeHtml Fragment(string html) => Assert.IsType<BodyPart.Html>(Assert.Single(BodyParts.Split(html))).Fragment;

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UngPortal.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "UngPortal.Web");
    }

    [GeneratedRegex(@"\bHtmlString\b|\bHtml\.Raw\b|\bHtmlFormattableString\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Raw();

    [GeneratedRegex(@"\bHtmlString\b|\bHtml\.Raw\b|\bHtmlFormattableString\b|\bnew SafeHtml\b|\bSafeHtml \w+ = new\(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RawOrSafeHtml();
}
