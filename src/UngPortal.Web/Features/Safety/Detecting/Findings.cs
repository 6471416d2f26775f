using UngPortal.Kernel;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>What the rules found in a text: how urgent each group is, and which rules say Red.</summary>
internal sealed class Findings
{
    private readonly Dictionary<string, Severity> groups = new(StringComparer.Ordinal);
    private readonly HashSet<PatternRule> red = [];

    public IReadOnlyDictionary<string, Severity> Groups => groups;

    public IReadOnlyCollection<PatternRule> RedRules => red;

    public Severity Severity => groups.Count == 0 ? Severity.Green : groups.Values.Max();

    public void Add(PatternRule rule, string group, Severity severity)
    {
        if (severity == Severity.Green)
        {
            return;
        }

        if (severity == Severity.Red)
        {
            red.Add(rule);
        }

        groups[group] = (Severity)Math.Max((int)severity, (int)groups.GetValueOrDefault(group));
    }
}
