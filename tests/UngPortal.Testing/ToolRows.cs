using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;

namespace UngPortal.Testing;

/// <summary>Invented self-help tools at every stage of a certification. What staff numbers they carry is nobody's unless a test says so.</summary>
public static class ToolRows
{
    /// <summary>Who assesses the content unless a test says otherwise.</summary>
    public const int Professional = 900_001;

    /// <summary>Who assesses security unless a test says otherwise.</summary>
    public const int Security = 900_002;

    /// <summary>Who decides unless a test says otherwise.</summary>
    public const int Decider = 900_003;

    private static int _tools;

    /// <summary>What is known of an invented tool.</summary>
    public static ToolFacts Facts(string text = "Prøveappen") => new()
    {
        Name = text[..Math.Min(text.Length, ToolFacts.NameMaxLength)],
        Summary = new() { ["nb"] = text[..Math.Min(text.Length, ToolFacts.SummaryMaxLength)] },
        Description = new() { ["nb"] = text, ["en"] = text },
        Supplier = text[..Math.Min(text.Length, ToolFacts.NameMaxLength)],
        Platforms = [ToolPlatform.Web],
        Website = "https://prove.example.no",
        Release = "1.4",
    };

    /// <summary>The same points and words for every criterion of a half.</summary>
    public static IReadOnlyList<CriterionScore> Answers(CriteriaVersion criteria, AssessmentPart part, int points = CriterionScore.Holds, string text = "Sett på 23. november.") =>
        [.. criteria.Of(part).Select(one => new CriterionScore(one.Key, one.IsKnockOut ? CriterionScore.Holds : points, text, text))];

    /// <summary>Answers, finishes and reviews both halves; the assessors read each other's.</summary>
    public static void Score(Certification certification, CriteriaVersion criteria, DateTime now, int points = CriterionScore.Holds, string text = "Sett på 23. november.")
    {
        foreach (var (part, assessor, reviewer) in new[] { (AssessmentPart.Professional, Professional, Security), (AssessmentPart.Security, Security, Professional) })
        {
            var half = certification.Take(part, assessor);
            half.Write(assessor, Answers(criteria, part, points, text));
            half.Finish(assessor, criteria, now);
            half.Review(reviewer, criteria, half.Scores.ToDictionary(score => score.Key, score => score.Points!.Value), now);
        }
    }

    extension(PortalApp app)
    {
        /// <summary>A proposed tool with an open report that says the text. Returns its number.</summary>
        public Task<int> ToolAsync(string text = "Prøveappen", string? slug = null) => app.WithToolAsync(text, slug, (_, _, _) => { });

        /// <summary>A tool whose content is being assessed by the person, who has written nothing yet; the other half is done and waits for a reviewer. Returns its number.</summary>
        public Task<int> ToolInAssessmentAsync(int assessor, string text = "Prøveappen") => app.WithToolAsync(text, null, (tool, criteria, db) =>
        {
            tool.Screen(db.Now);
            db.Begin(tool.BeginAssessment(criteria, db.Now), certification =>
            {
                certification.Take(AssessmentPart.Professional, assessor);
                var other = certification.Take(AssessmentPart.Security, Security);
                other.Write(Security, Answers(criteria, AssessmentPart.Security, text: text));
                other.Finish(Security, criteria, db.Now);
            });
        });

        /// <summary>A tool that waits for the panel, with everything that a yes takes. Returns its number.</summary>
        public Task<int> ToolAtPanelAsync(string text = "Prøveappen", string? slug = null, int points = CriterionScore.Holds) => app.WithToolAsync(text, slug, (tool, criteria, db) => db.Begin(ToPanel(tool, criteria, db.Now, points, text), _ => { }));

        /// <summary>A proposed tool that shows the picture of that name, described by the text. Returns its number.</summary>
        public Task<int> PicturedToolAsync(string picture, string text = "Prøveappen") => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var tool = db.Tools.Add(Tool.Propose($"prove-{Interlocked.Increment(ref _tools)}", Facts(text), now)).Entity;
            var item = await db.MediaItems.SingleAsync(one => one.Name == picture);
            tool.Show([(item.Id, new() { ["nb"] = text[..Math.Min(text.Length, ToolScreenshot.AltMaxLength)] })], now);
            db.AnnounceTool(tool.Slug);
            await db.SaveChangesAsync();
            return tool.Id;
        });

        /// <summary>A tool with a badge, and the site told of it. Returns its number.</summary>
        public async Task<int> AssuredToolAsync(string slug, string text = "Prøveappen", params string[] topics)
        {
            var id = await app.WithToolAsync(text, slug, (tool, criteria, db) =>
            {
                tool.Revise(tool.Facts with { Topics = topics }, db.Now);
                var certification = ToPanel(tool, criteria, db.Now, 3, text);
                tool.Approve(certification, criteria, Decider, new() { ["nb"] = "Vi har prøvd appen i to uker." }, db.Now);
                tool.Publish(certification, criteria, db.Now);
                db.Begin(certification, _ => { });
            });
            await app.DeliverOutboxAsync();
            return id;
        }

        /// <summary>A draft of the next version of the criteria, where the text asks and answers. Returns its number.</summary>
        public Task<int> CriteriaDraftAsync(string text = "Er det en prøve?") => app.InDatabaseAsync(async db =>
        {
            var newest = await db.CriteriaVersions.OrderByDescending(version => version.Number).FirstAsync();
            var draft = newest;
            if (newest.PublishedAt is not null)
            {
                draft = db.CriteriaVersions.Add(newest.Copy(newest.Number + 1, db.Time.GetUtcNow().UtcDateTime)).Entity;
            }

            draft.Revise([.. draft.Criteria.Take(4), new Criterion("prove", QualityArea.Use, AssessmentPart.Professional, false, text[..Math.Min(text.Length, Criterion.QuestionMaxLength)], text[..Math.Min(text.Length, Criterion.EvidenceMaxLength)])]);
            await db.SaveChangesAsync();
            return draft.Number;
        });

        private Task<int> WithToolAsync(string text, string? slug, Action<Tool, CriteriaVersion, Begun> change) => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var tool = db.Tools.Add(Tool.Propose(slug ?? $"prove-{Interlocked.Increment(ref _tools)}", Facts(text), now)).Entity;
            await db.SaveChangesAsync();
            db.ToolReports.Add(new ToolReport { ToolId = tool.Id, FormKey = Guid.NewGuid(), Text = text[..Math.Min(text.Length, ToolReport.TextMaxLength)], SentAt = now });
            var criteria = await db.CriteriaVersions.Where(version => version.PublishedAt != null).OrderByDescending(version => version.Number).FirstAsync();
            change(tool, criteria, new Begun(now, certification => db.Certifications.Add(certification)));
            db.AnnounceTool(tool.Slug);
            await db.SaveChangesAsync();
            return tool.Id;
        });
    }

    private static Certification ToPanel(Tool tool, CriteriaVersion criteria, DateTime now, int points, string text)
    {
        tool.Screen(now);
        var certification = tool.BeginAssessment(criteria, now);
        Score(certification, criteria, now, points, text);
        certification.RecordPanelTest(6, OsloTime.DayOf(now), text, OsloTime.DayOf(now));
        tool.SendToPanel(certification, now);
        return certification;
    }

    private sealed record Begun(DateTime Now, Action<Certification> Add)
    {
        public void Begin(Certification certification, Action<Certification> change)
        {
            change(certification);
            Add(certification);
        }
    }
}
