using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>What the rules say of a text, by name: how urgent, which rules say Red, of which kind and group, and how many agree.</summary>
internal static class RuleClues
{
    private const int Most = 4;

    public static IEnumerable<string> Of(Findings findings)
    {
        yield return findings.Severity.ToString();
        foreach (var name in findings.RedRules.Select(KindOf).Distinct().Order(StringComparer.Ordinal))
        {
            yield return name;
        }

        foreach (var rule in findings.RedRules)
        {
            yield return NameOf(rule);
        }

        for (var count = 2; count <= Math.Min(findings.RedRules.Count, Most); count++)
        {
            yield return $"rules-{count}";
        }
    }

    public static string NameOf(PatternRule rule) => $"{rule.Group}-{Clue.Of('r', rule.Line.Text):x8}";

    private static string KindOf(PatternRule rule) => $"{rule.Group}-{rule.Kind}{(rule.IsPersonal ? "-personal" : "")}";
}
