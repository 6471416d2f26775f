using System.Globalization;
using UngPortal.Features.Importing;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Answers.Importing;

/// <summary>Reads a starter question: front matter, then the question and the answer's sections under six fixed markers.</summary>
internal static class AnswerFile
{
    private static readonly string[] Markers = ["# spørsmål", "# hilsen", "# kort svar", "# forklaring", "# dette kan du gjøre", "# avslutning"];

    /// <summary>What the file says, and the line that each section begins on; null with problems noted.</summary>
    public static (AnswerDraft Draft, int[] Lines)? Read(string file, string text, string language, KnownNames known, List<ImportProblem> problems)
    {
        if (FrontMatter.Split(text) is not { } parts)
        {
            problems.Add(new ImportProblem(file, 1, "The file must start with front matter between two lines of '---'."));
            return null;
        }

        if (YamlText.Fields(file, parts.Yaml, FrontMatter.YamlLine - 1, problems) is not { } fields)
        {
            return null;
        }

        var sections = SectionsOf(file, parts, problems);
        var draft = DraftOf(fields, language, known, sections);
        fields.RefuseTheRest();
        if (draft.AnsweredAt < draft.AskedAt)
        {
            fields.Problem("answeredAt", "'answeredAt' comes before 'askedAt'.");
        }

        if (problems.Count == 0 && draft.Answer.Length() is < AnswerSections.MinLength or > AnswerSections.MaxLength)
        {
            problems.Add(new ImportProblem(file, sections[1].Line, $"The answer has {draft.Answer.Length()} characters; {AnswerSections.MinLength} to {AnswerSections.MaxLength} fit."));
        }

        return problems.Count == 0 ? (draft, [.. sections.Select(section => section.Line)]) : null;
    }

    private static AnswerDraft DraftOf(YamlFields fields, string language, KnownNames known, (string Text, int Line)[] sections) => new()
    {
        Origin = AnswerOrigin.Starter,
        Language = language,
        Title = fields.Text("title", PublishedAnswer.TitleMaxLength),
        Topics = CommonFields.Topics(fields, known.Topics),
        Age = AgeOf(fields),
        Gender = GenderWords.All.TryGetValue(fields.Text("gender"), out var gender) ? gender : Fault(fields, "gender", $"'gender' must be one of {string.Join(", ", GenderWords.All.Keys)}.", gender),
        Role = fields.Text("role") is var role && known.Roles.Contains(role) ? role : Fault(fields, "role", $"'{role}' is no role of roles.yml.", role),
        Sensitivity = fields.OneOf<Sensitivity>("sensitivity"),
        AskedAt = fields.Date("askedAt"),
        AnsweredAt = fields.Date("answeredAt"),
        Facts = new AnswerFacts
        {
            Related = Few(fields, "related", known.Articles, PublishedAnswer.MostRelated),
            Services = Few(fields, "services", known.Services, PublishedAnswer.MostServices),
            Sources = CommonFields.Sources(fields),
        },
        Question = sections[0].Text,
        Answer = new AnswerSections(sections[1].Text, sections[2].Text, sections[3].Text, sections[4].Text, sections[5].Text),
    };

    private static IReadOnlyList<string> Few(YamlFields fields, string key, IReadOnlySet<string> known, int most) =>
        fields.Slugs(key, known) is var slugs && slugs.Count <= most ? slugs : Fault(fields, key, $"'{key}' has {slugs.Count} names; at most {most} fit.", slugs);

    private static AgeBand AgeOf(YamlFields fields)
    {
        var text = fields.Text("age");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 13 and <= 20 ? new AgeBand(age, age)
            : AgeBand.TryParse(text, out var band) ? band
            : Fault(fields, "age", "'age' must be a year from 13 to 20 or a band such as \"13-15\".", new AgeBand(0, 0));
    }

    private static T Fault<T>(YamlFields fields, string key, string message, T value)
    {
        fields.Problem(key, message);
        return value;
    }

    private static (string Text, int Line)[] SectionsOf(string file, FrontMatter parts, List<ImportProblem> problems)
    {
        var lines = parts.Body.Split('\n');
        var found = lines.Select((line, at) => (Line: line.TrimEnd(), At: at)).Where(line => line.Line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        for (var i = 0; i < Math.Max(found.Count, Markers.Length); i++)
        {
            if (i >= found.Count || i >= Markers.Length || found[i].Line != Markers[i])
            {
                var line = parts.BodyLine + (i < found.Count ? found[i].At : lines.Length - 1);
                problems.Add(new ImportProblem(file, line, i < Markers.Length ? $"Expected '{Markers[i]}' here." : "There is a marker too many."));
                return [.. Markers.Select(_ => ("", line))];
            }
        }

        var sections = found.Select((marker, i) => SectionOf(lines, marker.At, i + 1 < found.Count ? found[i + 1].At : lines.Length, parts.BodyLine)).ToArray();
        problems.AddRange(sections.Where(section => section.Text.Length == 0).Select(section => new ImportProblem(file, section.Line, "This section is empty.")));
        if (sections[0].Text.Length > PublishedAnswer.QuestionMaxLength)
        {
            problems.Add(new ImportProblem(file, sections[0].Line, $"The question has {sections[0].Text.Length} characters; at most {PublishedAnswer.QuestionMaxLength} fit."));
        }

        return sections;
    }

    /// <summary>The text between two markers, and the line before its first.</summary>
    private static (string Text, int Line) SectionOf(string[] lines, int marker, int next, int bodyLine)
    {
        var blank = lines[(marker + 1)..next].TakeWhile(string.IsNullOrWhiteSpace).Count();
        return (string.Join('\n', lines[(marker + 1)..next]).Trim(), bodyLine + marker + (marker + 1 + blank < next ? blank : 0));
    }

    /// <summary>What a file may name.</summary>
    internal sealed record KnownNames(IReadOnlySet<string> Topics, IReadOnlySet<string> Roles, IReadOnlySet<string> Articles, IReadOnlySet<string> Services);
}
