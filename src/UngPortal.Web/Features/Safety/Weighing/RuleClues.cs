using UngPortal.Features.Safety.Detecting;
using UngPortal.Kernel;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>What the rules say of a text, by name: how urgent, the groups that are Red, and whether several rules agree.</summary>
internal static class RuleClues
{
    private const string Many = "many";

    public static IEnumerable<string> Of(Findings findings)
    {
        yield return findings.Severity.ToString();
        foreach (var (group, _) in findings.Groups.Where(group => group.Value == Severity.Red).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return group;
        }

        if (findings.Red > 1)
        {
            yield return Many;
        }
    }
}
