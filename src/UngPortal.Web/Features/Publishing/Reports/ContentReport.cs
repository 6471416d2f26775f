using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing.Editing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Reports;

/// <summary>How each organisation's content stands: how much there is, how old, how readable, in which languages, and whether it helped.</summary>
public sealed class ContentReport(PortalDbContext db, CatalogueCopy copy, TimeProvider time)
{
    /// <summary>One line for each organisation that the person may see, the house's own texts last; a chief editor sees all.</summary>
    public async Task<IReadOnlyList<ReportLine>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var own = person.OrganisationsAs(StaffRole.Editor);
        var seesAll = person.Is(StaffRole.ChiefEditor);
        var houses = await db.Organisations.Where(house => seesAll || own.Contains(house.Id)).OrderBy(house => house.Name)
            .Select(house => new { house.Id, house.Name }).ToListAsync(cancellationToken);
        var live = (await copy.ReadAsync(cancellationToken)).Entries.Where(entry => entry.IsLive(now)).ToLookup(entry => entry.OwnerId);
        var lix = await db.Set<PublicationText>().Where(text => text.Language == "nb").ToDictionaryAsync(text => text.PublicationId, text => text.Lix, cancellationToken);
        var open = await db.Drafts.Where(draft => draft.State != DraftState.Published && draft.State != DraftState.Discarded)
            .GroupBy(draft => draft.OrganisationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var said = (await db.Feedback.Where(entry => entry.Helped != null).GroupBy(entry => new { entry.Page, entry.Helped })
            .Select(group => new { group.Key.Page, group.Key.Helped, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(group => group.Page, StringComparer.Ordinal);
        var today = OsloTime.DayOf(now);

        ReportLine LineOf(int? id, string name)
        {
            var texts = live[id].ToList();
            var answers = texts.SelectMany(entry => said[Teaser.PathOf(entry.Kind, entry.Slug)]).ToList();
            var heaviness = texts.Where(entry => entry.Kind == PublicationKind.Article).Select(entry => lix.GetValueOrDefault(entry.Id)).Order().ToList();
            return new ReportLine
            {
                Name = name,
                Articles = texts.Count(entry => entry.Kind == PublicationKind.Article),
                Videos = texts.Count(entry => entry.Kind == PublicationKind.Video),
                Illustrations = texts.Count(entry => entry.Kind == PublicationKind.Illustration),
                InNynorsk = texts.Count(entry => IsIn(entry, "nn")),
                InEnglish = texts.Count(entry => IsIn(entry, "en")),
                DueSoon = texts.Count(entry => ReviewDates.IsNear(entry.Facts.ReviewDueAt, today) && !ReviewDates.IsDue(entry.Facts.ReviewDueAt, today)),
                Overdue = texts.Count(entry => ReviewDates.IsDue(entry.Facts.ReviewDueAt, today)),
                WithoutReviewer = texts.Count(entry => entry.Kind == PublicationKind.Article && entry.Facts.ReviewedBy is null),
                Lix = heaviness.Count == 0 ? null : heaviness[heaviness.Count / 2],
                Heavy = heaviness.Count(value => value > DraftPreview.LixAim),
                OpenDrafts = id is { } house ? open.GetValueOrDefault(house) : 0,
                Helped = answers.Where(answer => answer.Helped == true).Sum(answer => answer.Count),
                DidNotHelp = answers.Where(answer => answer.Helped == false).Sum(answer => answer.Count),
            };
        }

        return [.. houses.Select(house => LineOf(house.Id, house.Name)), .. seesAll ? [LineOf(null, PublicationFacts.OwnName)] : Array.Empty<ReportLine>()];
    }

    private static bool IsIn(CatalogueEntry entry, string language) => entry.Versions.Any(version => version.Language == language);
}
