using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.Digests;

/// <summary>A mail each morning to those for whom something waits: figures, never a word of what was asked. Source: product/questions.md, "Notifications".</summary>
public sealed partial class DeskDigests(PortalDbContext db, StaffOnDuty staff, RoleList roles, DailyPost post, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, ILogger<DeskDigests> logger) : IPortalJob
{
    public static readonly StaffRole[] Readers = [.. DeskAccess.Answerers, .. Coordinators.Roles];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        var counts = await DigestCounts.ReadAsync(db, (await roles.FindAsync(AnsweringRole.YouthKey, cancellationToken))?.Topics ?? [], cancellationToken);
        var experts = await db.Experts.AsNoTracking().Include(expert => expert.Absences).ToDictionaryAsync(expert => expert.StaffId, cancellationToken);
        var refused = (await db.DigestRefusals.Select(refusal => refusal.StaffId).ToListAsync(cancellationToken)).ToHashSet();
        var sent = 0;
        foreach (var person in (await staff.WithAsync(Readers, cancellationToken)).Where(person => !refused.Contains(person.Id)))
        {
            var expert = experts.GetValueOrDefault(person.Id);
            if (expert?.IsAway(today) != true && LinesFor(person, expert, counts) is { Count: > 0 } lines && await PostAsync(person, lines, cancellationToken))
            {
                sent++;
            }
        }

        LogSent(sent);
    }

    private List<string> LinesFor(StaffOnDuty.Person person, Expert? expert, DigestCounts counts)
    {
        var lines = new List<string>();
        void Add(bool isTheirs, string key, int count) => lines.AddRange(isTheirs && count > 0 ? [texts[key, count.ToString(CultureInfo.InvariantCulture)].Value] : []);
        Add(true, "Digest_Begun", counts.Begun.GetValueOrDefault(person.Id));
        if (expert is not null && person.Is(DeskAccess.Answerers))
        {
            Add(true, "Digest_Queued", counts.QueuedFor(expert, isYouth: !person.Is(StaffRole.Expert, StaffRole.ExpertReviewer)));
        }

        Add(person.Is(DeskAccess.SecondReaders), "Work_Read", counts.ToReadFor(person.Id));
        var coordinates = person.Is(Coordinators.Roles);
        Add(coordinates, "Work_Sort", counts.Desk.ToSort);
        Add(coordinates, "Work_Held", counts.Desk.Held);
        Add(coordinates, "Alert_Overdue", counts.Overdue);
        return lines;
    }

    private Task<bool> PostAsync(StaffOnDuty.Person person, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', [texts["Digest_Lead"].Value, "", .. lines, "", site.Value.Absolute("/admin"), "", texts["Alert_NoText"].Value, texts["Digest_Stop", site.Value.Absolute("/admin/sporsmal/varsler")].Value]);
        return post.PostAsync("digest", person, texts["Digest_Subject"], text, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Desk digests: {Sent} mails posted.")]
    private partial void LogSent(int sent);
}
