using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Answers.Importing;

/// <summary>Brings the starter questions into the library: again and again with the same result, and never over what was changed there since.</summary>
public sealed class AnswerImport(PortalDbContext db, AnswerRendering rendering, AnswerPublishing publishing) : IContentImport
{
    private const string Folder = "questions";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Folder);
        if (!Directory.Exists(path))
        {
            return;
        }

        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var known = new AnswerFile.KnownNames(
            tree.All.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal),
            await db.AnsweringRoles.Select(role => role.Key).ToHashSetAsync(cancellationToken),
            await db.Publications.Where(one => one.Kind == PublicationKind.Article).Select(one => one.Slug).ToHashSetAsync(cancellationToken),
            await db.Services.Select(service => service.Slug).ToHashSetAsync(cancellationToken));
        foreach (var file in Directory.EnumerateFiles(path, "*.md").Order(StringComparer.Ordinal))
        {
            await ImportAsync(new SourceFile(folder, $"{Folder}/{Path.GetFileNameWithoutExtension(file)}", [file]), known, tree, report, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task ImportAsync(SourceFile source, AnswerFile.KnownNames known, TopicTree tree, ImportReport report, CancellationToken cancellationToken)
    {
        var record = await db.ImportedFiles.FirstOrDefaultAsync(file => file.Path == source.Name, cancellationToken);
        if (record?.Fingerprint == source.Fingerprint)
        {
            report.Count(ImportOutcome.Unchanged);
            return;
        }

        var problems = new List<ImportProblem>();
        if (Read(source, known, problems) is not { } draft)
        {
            report.Reject(problems);
            return;
        }

        var name = source.Name[(Folder.Length + 1)..];
        var answer = await db.PublishedAnswers.Include(one => one.Places).FirstOrDefaultAsync(one => one.ShippedAs == name, cancellationToken);
        if (answer is not null && answer.Version != record?.VersionLeft)
        {
            report.Count(ImportOutcome.Kept);
            return;
        }

        var (now, copy, isNew) = (db.Time.GetUtcNow().UtcDateTime, rendering.Render(draft, tree), answer is null);
        answer ??= db.PublishedAnswers.Add(PublishedAnswer.Publish(copy, await publishing.DrawPublicIdAsync(cancellationToken), now, name)).Entity;
        if (!isNew)
        {
            answer.Rewrite(copy, now);
            db.Entry(answer).Property(one => one.ChangedAt).IsModified = true; // So that the version rises even when only a place differs.
        }

        record ??= db.ImportedFiles.Add(new ImportedFile { Path = source.Name }).Entity;
        record.Record(source.Fingerprint, isNew ? 0 : answer.Version + 1, now);
        db.AnnounceAnswer(answer);
        await db.SaveChangesAsync(cancellationToken);
        report.Count(isNew ? ImportOutcome.Created : ImportOutcome.Updated);
    }

    private AnswerDraft? Read(SourceFile source, AnswerFile.KnownNames known, List<ImportProblem> problems)
    {
        var (path, shown) = (source.Paths[0], source.Shown(source.Paths[0]));
        if (Path.GetFileName(path).Split('.') is not [var slug, "nb" or "nn" or "en", _] name || !Kernel.Slug.IsValid(slug) || source.Name.Length > PublishedAnswer.ShippedAsMaxLength)
        {
            problems.Add(new ImportProblem(shown, 1, "The file name must be a slug and a language of the site: name.nb.md, .nn.md or .en.md."));
            return null;
        }

        if (SourceFile.ReadTextOrReport(path, shown, problems) is not { } text || AnswerFile.Read(shown, text, name[1], known, problems) is not var (draft, lines))
        {
            return null;
        }

        var faults = rendering.ProblemsOf(draft.Answer);
        problems.AddRange(faults.Select(fault => new ImportProblem(shown, lines[1 + SectionNames.IndexOf(fault.Section)] + fault.Problem.Line, fault.Problem.Message)));
        return faults.Count == 0 ? draft : null;
    }

    private static readonly List<string> SectionNames = [nameof(AnswerSections.Greeting), nameof(AnswerSections.Brief), nameof(AnswerSections.Explanation), nameof(AnswerSections.DoNow), nameof(AnswerSections.Closing)];
}
