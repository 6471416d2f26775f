using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.SelfHelpTools.Importing;

/// <summary>Brings the first version of the criteria in, once: where there is any version, they are the site's own matter.</summary>
public sealed class CriteriaImport(PortalDbContext db) : IContentImport
{
    private const string Shown = "tools/criteria.yml";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Shown);
        if (!File.Exists(path))
        {
            return;
        }

        if (await db.CriteriaVersions.AnyAsync(cancellationToken))
        {
            report.Count(ImportOutcome.Unchanged);
            return;
        }

        List<ImportProblem> problems = [];
        List<Criterion> criteria = [];
        if (SourceFile.ReadTextOrReport(path, Shown, problems) is { } text)
        {
            criteria.AddRange(YamlList.Read(text, Shown, problems).Select(entry => Read(entry.Fields)));
        }

        if (problems.Count == 0)
        {
            try
            {
                var now = db.Time.GetUtcNow().UtcDateTime;
                var version = CriteriaVersion.Begin(1, criteria, now);
                version.Publish(null, now);
                db.CriteriaVersions.Add(version);
                await db.SaveChangesAsync(cancellationToken);
                report.Count(ImportOutcome.Created);
            }
            catch (InvalidOperationException unfit)
            {
                problems.Add(new ImportProblem(Shown, 1, unfit.Message));
            }
        }

        db.ChangeTracker.Clear();
        if (problems.Count > 0)
        {
            report.Reject(problems);
        }
    }

    private static Criterion Read(YamlFields fields)
    {
        var criterion = new Criterion(
            fields.Text("id", Slug.MaxLength), fields.OneOf<QualityArea>("area"), fields.OneOf<AssessmentPart>("part"), fields.OptionalText("knockOut") == "yes",
            fields.Text("question", Criterion.QuestionMaxLength), fields.Text("evidence", Criterion.EvidenceMaxLength));
        fields.RefuseTheRest();
        return criterion;
    }
}
