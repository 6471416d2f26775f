using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>Brings <c>questions/snippets.yml</c> into the database; what is gone from the file is gone from the editor.</summary>
public sealed class SnippetImport(PortalDbContext db) : IContentImport
{
    private const string Shown = "questions/snippets.yml";

    private static readonly Dictionary<string, SnippetSection> Sections = new(StringComparer.Ordinal)
    {
        ["hilsen"] = SnippetSection.Hilsen,
        ["kort-svar"] = SnippetSection.Kort,
        ["forklaring"] = SnippetSection.Forklaring,
        ["dette-kan-du-gjore"] = SnippetSection.Gjor,
        ["avslutning"] = SnippetSection.Avslutning,
    };

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        if (YamlText.List(folder, Shown, "snippets", report) is not { } list)
        {
            return;
        }

        var roles = await db.AnsweringRoles.Select(role => role.Key).ToHashSetAsync(cancellationToken);
        var known = await db.Snippets.ToDictionaryAsync(KeyOf, cancellationToken);
        var kept = list.Select(node => Take(node, roles, known, report)).ToHashSet();
        if (!kept.Contains(null))
        {
            db.Snippets.RemoveRange(known.Where(pair => !kept.Contains(pair.Value)).Select(pair => pair.Value));
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Null when it could not be read: then nothing is taken away this time.</summary>
    private Snippet? Take(YamlNode node, HashSet<string> roles, Dictionary<(string, string, SnippetSection, string), Snippet> known, ImportReport report)
    {
        var problems = new List<ImportProblem>();
        if (node is not YamlMappingNode map)
        {
            report.Reject([new ImportProblem(Shown, (int)node.Start.Line, "Expected a snippet with fields.")]);
            return null;
        }

        var fields = new YamlFields(Shown, map, 0, problems);
        var (role, language, section) = (fields.Text("role", Question.RoleMaxLength), fields.Text("language", 2), fields.Text("section", 30));
        var (title, text, expires) = (fields.Text("title", Snippet.TitleMaxLength), fields.Text("text", Snippet.TextMaxLength), fields.Date("expires"));
        Require(role is "" or Snippet.ForAll || roles.Contains(role), "role", "is no role of roles.yml");
        Require(language.Length is 0 or 2, "language", "is the two letters of a language");
        Require(section is "" || Sections.ContainsKey(section), "section", "is no section of an answer");
        fields.RefuseTheRest();
        if (problems.Count > 0)
        {
            report.Reject(problems);
            return null;
        }

        var key = (role, language, Sections[section], title);
        var isNew = !known.TryGetValue(key, out var snippet);
        snippet ??= known[key] = db.Snippets.Add(new Snippet { Role = role, Language = language, Section = Sections[section], Title = title }).Entity;
        snippet.Say(text, expires);
        report.Count(isNew ? ImportOutcome.Created : db.Entry(snippet).State == EntityState.Unchanged ? ImportOutcome.Unchanged : ImportOutcome.Updated);
        return snippet;

        void Require(bool holds, string field, string message)
        {
            if (!holds)
            {
                fields.Problem(field, $"'{field}' {message}.");
            }
        }
    }

    private static (string Role, string Language, SnippetSection Section, string Title) KeyOf(Snippet snippet) => (snippet.Role, snippet.Language, snippet.Section, snippet.Title);
}
