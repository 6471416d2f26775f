using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Which way the arrows point: Features → Platform → Kernel, and between features only those listed here.</summary>
public sealed partial class ArrowTests
{
    private const string Root = "UngPortal.";

    /// <summary>The one allow-list. An arrow that nobody uses any more must go from it too.</summary>
    private static readonly string[] Arrows =
    [
        "Accounts → Organisations", "Accounts → Shared",
        "Answers → Experts", "Answers → Feedback", "Answers → Importing", "Answers → Publications", "Answers → Search", "Answers → Services", "Answers → Shared", "Answers → Topics",
        "Api → OpenReferral", "Api → Places", "Api → Services", "Api → Shared", "Api → Topics",
        "Articles → Answers", "Articles → Publications", "Articles → Services", "Articles → Shared", "Articles → Topics",
        "Auditing → Organisations", "Auditing → Shared",
        "Averting → Accounts", "Averting → Questions", "Averting → Shared",
        "Choosing → Places", "Choosing → Publications", "Choosing → Services", "Choosing → Shared", "Choosing → Topics",
        "Errors → Shared",
        "Experts → Accounts", "Experts → Organisations", "Experts → Shared", "Experts → Topics",
        "Feedback → Shared",
        "Feeds → Answers", "Feeds → Publications", "Feeds → SelfHelpTools", "Feeds → Services", "Feeds → Shared", "Feeds → Topics",
        "Home → Answers", "Home → Publications", "Home → Services", "Home → Shared", "Home → Topics",
        "Illustrations → Publications", "Illustrations → Shared",
        "Importing → Publications", "Importing → Topics",
        "MailView → Shared",
        "MediaLibrary → Accounts", "MediaLibrary → Organisations", "MediaLibrary → Publications", "MediaLibrary → Shared",
        "OpenReferral → Places", "OpenReferral → Services", "OpenReferral → Topics",
        "Organisations → Shared",
        "Pages → Publications", "Pages → Shared",
        "Publications → Services", "Publications → Shared", "Publications → Topics",
        "Publishing → Accounts", "Publishing → Feedback", "Publishing → Importing", "Publishing → MediaLibrary", "Publishing → Organisations", "Publishing → Publications", "Publishing → Services", "Publishing → Shared", "Publishing → Topics",
        "Questions → Accounts", "Questions → Answers", "Questions → Experts", "Questions → Organisations", "Questions → Publications", "Questions → Safety", "Questions → Search", "Questions → Services", "Questions → Shared", "Questions → Topics",
        "Safety → Services", "Safety → Shared",
        "Search → Publications", "Search → Safety", "Search → Services", "Search → Shared", "Search → Topics",
        "SelfHelpTools → MediaLibrary", "SelfHelpTools → Search", "SelfHelpTools → Services", "SelfHelpTools → Shared", "SelfHelpTools → Topics",
        "ServiceImports → OpenReferral", "ServiceImports → Places", "ServiceImports → Services", "ServiceImports → Shared", "ServiceImports → Topics",
        "Services → Places", "Services → Shared", "Services → Topics",
        "Settings → Shared",
        "StaffHome → Shared",
        "TopicPages → Answers", "TopicPages → Publications", "TopicPages → SelfHelpTools", "TopicPages → Services", "TopicPages → Shared", "TopicPages → Topics",
        "Videos → Publications", "Videos → Services", "Videos → Shared",
    ];

    private static readonly ArchUnitNET.Domain.Architecture Site = new ArchLoader().LoadAssemblies(typeof(Program).Assembly).Build();

    private static readonly List<(string From, string To)> Dependencies =
    [
        .. Site.Types.Where(type => type.FullName.StartsWith(Root, StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies.Select(dependency => (From: Namespace(type), To: Namespace(dependency.Target))))
            .Where(pair => pair.To.StartsWith(Root, StringComparison.Ordinal)).Distinct(),
        .. PartialsShown(),
    ];

    [Fact]
    public void Layers_PointOneWay_KernelUnderPlatformUnderFeatures()
    {
        string[] layers = ["UngPortal.Kernel", "UngPortal.Platform", "UngPortal.Features"];
        int LayerOf(string name) => Array.FindIndex(layers, layer => (name + ".").StartsWith(layer + ".", StringComparison.Ordinal));

        Assert.DoesNotContain(Dependencies, pair => LayerOf(pair.From) >= 0 && LayerOf(pair.To) > LayerOf(pair.From));
    }

    [Fact]
    public void Features_KnowEachOther_OnlyAsTheListSays()
    {
        var used = Dependencies.Select(pair => (From: FeatureOf(pair.From), To: FeatureOf(pair.To)))
            .Where(pair => pair.From is { Length: > 0 } && pair.To is { Length: > 0 } && pair.From != pair.To)
            .Select(pair => $"{pair.From} → {pair.To}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Arrows.Order(StringComparer.Ordinal), used);
    }

    [Fact]
    public void Features_KnowEachOther_WithoutCycle()
    {
        var arrows = Arrows.Select(arrow => arrow.Split(" → ")).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        HashSet<string> Reachable(string from)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(arrows[from]);
            while (open.TryPop(out var next))
            {
                if (found.Add(next))
                {
                    Array.ForEach([.. arrows[next]], open.Push);
                }
            }

            return found;
        }

        Assert.DoesNotContain(arrows, feature => Reachable(feature.Key).Contains(feature.Key));
    }

    [Fact]
    public void Subfolders_OfAFeature_AreItsOwn()
    {
        var foreign = Dependencies.Where(pair =>
            FeatureOf(pair.To) is { Length: > 0 } feature && pair.To.Length > $"UngPortal.Features.{feature}".Length && FeatureOf(pair.From) != feature);

        Assert.Empty(foreign);
    }

    private static string Namespace(IType type) => type.Namespace?.FullName ?? "";

    private static string? FeatureOf(string name) => name.StartsWith("UngPortal.Features", StringComparison.Ordinal) ? name.Split('.').ElementAtOrDefault(2) ?? "" : null;

    /// <summary>A page that shows another feature's partial knows that feature, though no type says so.</summary>
    private static IEnumerable<(string From, string To)> PartialsShown() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
        let folder = Path.GetRelativePath(Path.Combine(Repository.Web, "Features"), Path.GetDirectoryName(file)!)
        where folder != "."
        from Match partial in PartialPath().Matches(File.ReadAllText(file))
        select ($"UngPortal.Features.{folder.Replace(Path.DirectorySeparatorChar, '.')}", $"UngPortal.Features.{partial.Groups[1].Value.Replace('/', '.')}");

    [GeneratedRegex("\"/Features/([A-Za-z/]+)/_[A-Za-z]+\\.cshtml\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PartialPath();
}
