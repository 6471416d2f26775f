using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using UngPortal.Features.Organisations;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Auditing;

/// <summary>Finds audit entries that a person may see: all for a platform administrator, the own organisations' for their administrators.</summary>
public sealed class AuditSearch(PortalDbContext db, IStringLocalizer<Ui> texts)
{
    private const string ActionKeys = "Audit_";
    private const string Escape = "\\";

    /// <summary>The organisations that the person may choose among, by number.</summary>
    public async Task<Dictionary<int, string>> OrganisationsOfAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var own = person.OrganisationsAs(StaffRole.OrganisationAdmin);
        var seesAll = person.Is(StaffRole.PlatformAdmin);
        return await db.Organisations.Where(organisation => seesAll || own.Contains(organisation.Id)).OrderBy(organisation => organisation.Name)
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancellationToken);
    }

    public IQueryable<AuditEntry> Find(AuditFilter filter, StaffIdentity person)
    {
        var found = db.AuditEntries.AsNoTracking();
        if (!person.Is(StaffRole.PlatformAdmin))
        {
            var own = person.OrganisationsAs(StaffRole.OrganisationAdmin).Select(id => (int?)id).ToList();
            found = found.Where(entry => own.Contains(entry.OrganisationId));
        }

        if (filter.Organisasjon is { } organisation)
        {
            found = found.Where(entry => entry.OrganisationId == organisation);
        }

        if (!string.IsNullOrWhiteSpace(filter.Handling))
        {
            found = found.Where(entry => entry.Action == filter.Handling);
        }

        if (!string.IsNullOrWhiteSpace(filter.Person))
        {
            var name = Within(AuditEntry.SearchFormOf(filter.Person));
            found = found.Where(entry => EF.Functions.Like(entry.ActorSearchName, name, Escape));
        }

        if (!string.IsNullOrWhiteSpace(filter.Gjelder))
        {
            var subject = Within(filter.Gjelder);
            found = found.Where(entry => EF.Functions.Like(entry.Subject, subject, Escape));
        }

        var (since, until) = (filter.Since ?? DateTime.MinValue, filter.Until ?? DateTime.MaxValue);
        return found.Where(entry => entry.At >= since && entry.At < until);
    }

    /// <summary>What an action is called; one without a name of its own is shown as it is stored.</summary>
    public string NameOf(string action) => texts[ActionKeys + action] is { ResourceNotFound: false } text ? text.Value : action;

    /// <summary>The actions that have a name, by what is stored.</summary>
    public IEnumerable<KeyValuePair<string, string>> Actions() => texts.GetAllStrings()
        .Where(text => text.Name.StartsWith(ActionKeys, StringComparison.Ordinal))
        .Select(text => KeyValuePair.Create(text.Name[ActionKeys.Length..], text.Value)).OrderBy(pair => pair.Value, StringComparer.CurrentCulture);

    /// <summary>The moment on a clock in Oslo.</summary>
    public static string OnTheClock(DateTime utc) => Instant.FromDateTimeUtc(utc).InZone(OsloTime.Zone).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static string Within(string text) =>
        $"%{text.Trim().Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal).Replace("[", Escape + "[", StringComparison.Ordinal)}%";
}
