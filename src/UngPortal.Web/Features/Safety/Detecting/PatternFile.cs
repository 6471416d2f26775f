namespace UngPortal.Features.Safety.Detecting;

/// <summary>Reads a group's patterns. A section line says what those after it mean, <c>!</c> is a harmless phrase, <c>^</c> must be the whole text, <c>+</c> joins phrases of one sentence.</summary>
internal sealed class PatternFile(PhraseWriting writing, CommonLists common)
{
    private static readonly Dictionary<string, PatternKind> Sections = new(StringComparer.Ordinal)
    {
        ["[rød]"] = PatternKind.Sign,
        ["[rød uansett hvem]"] = PatternKind.DoneByOthers,
        ["[emne]"] = PatternKind.Topic,
        ["[svak]"] = PatternKind.Weak,
        ["[gul]"] = PatternKind.Hard,
        ["[ufarlig]"] = PatternKind.Harmless,
    };

    public IEnumerable<PatternRule> Read(string group, IEnumerable<PatternLine> lines)
    {
        PatternKind? section = null;
        foreach (var line in lines)
        {
            if (line.Text[0] == '[')
            {
                section = Sections.TryGetValue(line.Text, out var kind) ? kind : throw line.Fault($"{line.Text} is none of {string.Join(' ', Sections.Keys)}");
                continue;
            }

            yield return Rule(group, section ?? throw line.Fault("a section such as [rød] comes first"), line);
        }
    }

    private PatternRule Rule(string group, PatternKind section, PatternLine line)
    {
        var kind = line.Text[0] == '!' ? PatternKind.Harmless : section;
        var text = line.Text.TrimStart('!').Trim();
        var isWhole = text.StartsWith('^');
        var phrases = text.TrimStart('^').Split('+').Select(part => writing.Read(line, part)).ToList();
        return new PatternRule(line, group, kind, phrases, isWhole)
        {
            IsPersonal = common.NameWriter(text),
            HoldsDenial = common.Deny(text),
        };
    }
}
