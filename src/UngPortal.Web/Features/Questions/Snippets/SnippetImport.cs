using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>Brings <c>questions/snippets.yml</c> into the database; what is gone from the file is gone from the editor, and what was changed or written here stays as it is.</summary>
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
        var known = Known(await db.Snippets.ToListAsync(cancellationToken));
        var kept = list.Select(node => Take(node, roles, known, report)).ToHashSet();
        if (!kept.Contains(null))
        {
            db.Snippets.RemoveRange(known.Values.Distinct().Where(snippet => !snippet.IsEdited && !kept.Contains(snippet)));
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
        if (snippet is { IsEdited: true })
        {
            report.Count(ImportOutcome.Kept);
            return snippet;
        }

        snippet ??= known[key] = db.Snippets.Add(Snippet.FromFile(role, language, Sections[section], title)).Entity;
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

    /// <summary>By the title in the file, and where a snippet has got another title here, by that one too: no file's may come beside it.</summary>
    private static Dictionary<(string, string, SnippetSection, string), Snippet> Known(List<Snippet> all)
    {
        var known = new Dictionary<(string, string, SnippetSection, string), Snippet>();
        all.ForEach(snippet => known.TryAdd((snippet.Role, snippet.Language, snippet.Section, snippet.FileTitle ?? snippet.Title), snippet));
        all.ForEach(snippet => known.TryAdd((snippet.Role, snippet.Language, snippet.Section, snippet.Title), snippet));
        return known;
    }
}
