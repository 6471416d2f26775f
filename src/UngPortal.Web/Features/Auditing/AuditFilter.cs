using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NodaTime;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;

namespace UngPortal.Features.Auditing;

/// <summary>What somebody looks for in the audit trail, as the address says it.</summary>
public sealed class AuditFilter
{
    private const int DateLength = 10;

    [StringLength(AuditEntry.ActionMaxLength)]
    public string? Handling { get; set; }

    [StringLength(AuditEntry.NameMaxLength)]
    public string? Person { get; set; }

    [StringLength(AuditEntry.SubjectMaxLength)]
    public string? Gjelder { get; set; }

    [StringLength(DateLength)]
    public string? Fra { get; set; }

    [StringLength(DateLength)]
    public string? Til { get; set; }

    public int? Organisasjon { get; set; }

    /// <summary>The first moment, UTC; null when it begins anywhere.</summary>
    public DateTime? Since => StartOf(Fra, daysLater: 0);

    /// <summary>The first moment that is too late, UTC: the last day counts in full.</summary>
    public DateTime? Until => StartOf(Til, daysLater: 1);

    public bool HasBadDate => (!string.IsNullOrEmpty(Fra) && Since is null) || (!string.IsNullOrEmpty(Til) && Until is null);

    /// <summary>The filter as part of an address, without leading question mark.</summary>
    public string ToQuery() => string.Join('&', Pairs().Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));

    /// <summary>The fields by their names in addresses and forms.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs() =>
    [
        new(nameof(Handling), Handling), new(nameof(Person), Person), new(nameof(Gjelder), Gjelder), new(nameof(Fra), Fra), new(nameof(Til), Til),
        new(nameof(Organisasjon), Organisasjon?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static DateTime? StartOf(string? day, int daysLater) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 2000 and < 3000
            ? OsloTime.FirstInstantOf(LocalDate.FromDateOnly(date.AddDays(daysLater)).AtMidnight()).ToDateTimeUtc()
            : null;
}
