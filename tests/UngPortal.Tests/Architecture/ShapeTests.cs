using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>What the house's code looks like: sealed, short, named after roles.</summary>
public sealed partial class ShapeTests
{
    private const int FileLines = 150;
    private const int PageModelLines = 100;

    private static readonly string[] BagNames = ["Service", "Manager", "Helper", "Helpers", "Dto", "Base", "Extensions", "Utils", "Constants"];

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
        ["Features/MediaLibrary/Films/Film.cs"] = "a film's life: all its states and verbs are read together",
        ["Features/Publishing/Draft.cs"] = "the workflow: all its states and steps are read together",
    };

    private static readonly Dictionary<string, string> LongPageModels = new(StringComparer.Ordinal)
    {
        ["Features/Questions/Checking/Thread.cshtml.cs"] = "the thread and the five things its owner may do",
    };

    private static readonly IReadOnlyList<Type> Own =
    [
        .. typeof(Program).Assembly.GetTypes().Where(type =>
            type.Namespace?.StartsWith("UngPortal", StringComparison.Ordinal) == true && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            && !type.Name.Contains('<', StringComparison.Ordinal)),
    ];

    [Fact]
    public void Classes_ThatNobodyDerivesFrom_AreSealed()
    {
        var open = Own.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !type.IsSubclassOf(typeof(Migration)) && !type.IsSubclassOf(typeof(ModelSnapshot)));

        Assert.Empty(open.Select(type => type.FullName));
    }

    /// <summary>A test class that cleans up by <see cref="IAsyncDisposable"/> alone is never asked to: its site runs on until the tests end.</summary>
    [Fact]
    public void TestClasses_CleanUp_InAWayThatIsAskedFor()
    {
        var forgotten = typeof(ShapeTests).Assembly.GetTypes().Where(type => typeof(IAsyncDisposable).IsAssignableFrom(type)
            && !typeof(IDisposable).IsAssignableFrom(type) && !typeof(IAsyncLifetime).IsAssignableFrom(type)
            && type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true)));

        Assert.Empty(forgotten.Select(type => type.FullName));
    }

    [Fact]
    public void Classes_AreNamed_AfterTheirRole()
    {
        var bags = Own.Where(type => type.FullName != "UngPortal.Features.Services.Service" && BagNames.Any(name => type.Name.EndsWith(name, StringComparison.Ordinal)));

        Assert.Empty(bags.Select(type => type.FullName));
    }

    [Fact]
    public void Files_AreShort_OrHaveAReason()
    {
        var tooLong = Sources("*.cs").Concat(Sources("*.cshtml")).Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && LinesOf(file) > FileLines);

        Assert.Equal(LongFiles.Keys.Order(StringComparer.Ordinal), tooLong.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PageModels_AreShort_OrHaveAReason()
    {
        var tooLong = Sources("*.cshtml.cs").Where(file => LinesOf(file) > PageModelLines);

        Assert.Equal(LongPageModels.Keys.Order(StringComparer.Ordinal), tooLong.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PageModels_HaveNoWorkInFields_AndAreSealed() =>
        Assert.All(Own.Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract), type => Assert.True(type.IsSealed, type.FullName));

    [Fact]
    public void V1_2_1_only_SafeHtml_leaves_a_page_unencoded()
    {
        var raw = Sources("*.cs").Concat(Sources("*.cshtml")).Where(file => RawHtml().IsMatch(Read(file)));
        var made = Sources("*.cs").Concat(Sources("*.cshtml")).Where(file => !file.StartsWith("Platform/Markdown/", StringComparison.Ordinal) && Read(file).Contains("new SafeHtml(", StringComparison.Ordinal));

        Assert.Empty(raw);
        Assert.Empty(made);
    }

    [Fact]
    public void V1_3_12_regexes_are_generated_with_a_time_limit()
    {
        var generated = Own.SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, Regex: method.GetCustomAttribute<GeneratedRegexAttribute>())).Where(pair => pair.Regex is not null);

        // The limit is time on the wall: a shorter one breaks pages whenever their thread waits for a processor.
        Assert.Empty(generated.Where(pair => pair.Regex!.MatchTimeoutMilliseconds is < 1_000 or > 5_000).Select(pair => $"{pair.Method.DeclaringType}.{pair.Method.Name}"));
        Assert.DoesNotContain(Sources("*.cs"), file => OtherRegex().IsMatch(Read(file)));
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Repository.Web, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Web, file).Replace('\\', '/'))
            .Where(file => file.StartsWith("Features/", StringComparison.Ordinal) || file.StartsWith("Platform/", StringComparison.Ordinal) || file.StartsWith("Kernel/", StringComparison.Ordinal));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Web, file));

    private static int LinesOf(string file) => File.ReadLines(Path.Combine(Repository.Web, file)).Count();

    [GeneratedRegex(@"HtmlString|Html\.Raw|MarkupString|AppendHtml|SetHtmlContent\(\$|SetHtmlContent\(""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"new Regex\(|Regex\.(?:IsMatch|Match|Matches|Replace|Split)\(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OtherRegex();
}
