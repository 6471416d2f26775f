using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Mail;

namespace UngPortal.Testing.Simulation;

/// <summary>What came of a simulation: everything that was wrong, and how long people waited.</summary>
/// <param name="Log">What was done.</param>
/// <param name="Faults">What the site did otherwise than it should; empty when all is well.</param>
/// <param name="Rows">Waiting times by severity.</param>
/// <param name="Reviewed">How many answers a second person read.</param>
public sealed partial record SimulationReport(SimulationLog Log, IReadOnlyList<string> Faults, IReadOnlyList<SimulationReport.Row> Rows, int Reviewed)
{
    /// <summary>The answered questions of one severity.</summary>
    public sealed record Row(Severity Severity, int Answered, TimeSpan Median, TimeSpan Ninetieth, double WithinTarget);

    /// <summary>How many of all that was asked are neither answered nor ended.</summary>
    public int StillOpen => Log.Questions.Count(question => question.IsOpen);

    /// <summary>A table for people.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"{Log.Questions.Count} questions, {Log.FollowUps} of them follow-ups; {Log.Withdrawn} taken back, {Reviewed} answers read by a second person, {Log.SentBack} sent back, {Log.Forgotten} forgotten for an hour; {StillOpen} still open",
        $"alerts: {string.Join(", ", Log.Due.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))} in {Log.Mailings} mails to each coordinator; {Faults.Count} faults",
        "",
        "| severity | answered | median wait | 90th percentile | within target |",
        "|---|---|---|---|---|",
        .. Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row.Severity} | {row.Answered} | {row.Median.TotalHours:0.0} h | {row.Ninetieth.TotalHours:0.0} h | {row.WithinTarget:P1} |")),
    ]);

    internal static async Task<SimulationReport> OfAsync(SimulatedSite site, SimulationPlan plan, SimulationLog log)
    {
        var rows = await site.InDatabaseAsync(db => db.Questions.AsNoTracking().Include(question => question.Answer).ToListAsync());
        var audit = (await site.InDatabaseAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.Subject.StartsWith("question:")).Select(entry => new { entry.Subject, entry.Action, entry.Detail }).ToListAsync())).ToLookup(entry => entry.Subject);
        var (faults, stored) = (new List<string>(log.Faults), rows.ToDictionary(row => row.Id));
        void Require(bool holds, string otherwise) => faults.AddRange(holds ? [] : [otherwise]);
        Require(rows.Count == log.Questions.Count, $"{log.Questions.Count} were asked and {rows.Count} are there");
        foreach (var question in log.Questions.Where(one => !stored.ContainsKey(one.Id)))
        {
            faults.Add($"{question.Id} is lost");
        }

        foreach (var (question, row) in log.Questions.Where(one => stored.ContainsKey(one.Id)).Select(one => (one, stored[one.Id])))
        {
            var entries = audit[Question.SubjectOf(row.Id)].ToList();
            var given = entries.Count(entry => (entry.Action == "question-submitted" && !entry.Detail.Contains(nameof(QuestionState.InReview), StringComparison.Ordinal)) || entry.Action == "question-approved");
            Require(entries.Count(entry => entry.Action == "question-received") == 1, $"{row.Id} was not received once by the audit trail");
            Require(given == (question.AnsweredAt is null ? 0 : 1), $"{row.Id} was answered {given} times by the audit trail");
            Require(row.AnsweredAt == question.AnsweredAt && row.IsReadable == question.AnsweredAt is not null, $"{row.Id} is {row.State} with an answer of {row.AnsweredAt}, not of {question.AnsweredAt}");
            Require(row.IsOpen == question.IsOpen, $"{row.Id} is {row.State}");
            Require(question.AnsweredAt is null || row.Answer?.SealedContent is not null, $"{row.Id} has no answer");
            Require((row.AskedAt, row.Severity, row.DueAt) == (question.AskedAt, question.Severity, question.DueAt), $"{row.Id}: {row.Severity}, due {row.DueAt:s}, not {question.Severity}, {question.DueAt:s}");
            Require(row.Told == question.Told, $"{row.Id}: {row.Told} was told, not {question.Told}");
        }

        await CheckMailsAsync(site, log, Require);
        Require((await site.WithAsync<AuditVerification, AuditReport>(verification => verification.RunAsync(null, CancellationToken.None))).Fault is null, "the audit trail does not hold");
        return new SimulationReport(log, faults, [.. rows.Where(row => row.AnsweredAt is not null).GroupBy(row => row.Severity).OrderByDescending(group => group.Key).Select(RowOf)], rows.Count(row => row.ReviewerId is not null));
    }

    /// <summary>Each coordinator has one mail for each time that something was due, and their numbers add up to what was due.</summary>
    private static async Task CheckMailsAsync(SimulatedSite site, SimulationLog log, Action<bool, string> require)
    {
        var (mails, texts) = (await site.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync()), site.Services.GetRequiredService<MailText>());
        var byReader = mails.GroupBy(mail => mail.Recipient).ToList();
        require(byReader.Count == 1 || log.Mailings == 0, $"{byReader.Count} people got mails");
        foreach (var own in byReader)
        {
            var sums = own.SelectMany(mail => Counted().Matches(texts.Read(mail))).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            require((own.Count(), sums) == (log.Mailings, log.Due.Values.Sum()), $"{own.Count()} mails told of {sums}, not {log.Mailings} of {log.Due.Values.Sum()}");
        }
    }

    private static Row RowOf(IGrouping<Severity, Question> group)
    {
        var waits = group.Select(row => row.AnsweredAt!.Value - row.AskedAt).Order().ToList();
        return new Row(group.Key, waits.Count, waits[(waits.Count - 1) / 2], waits[(int)Math.Ceiling(waits.Count * 0.9) - 1], (double)group.Count(row => row.AnsweredAt <= row.DueAt) / waits.Count);
    }

    [GeneratedRegex(@": (\d+)\.?$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Counted();
}
