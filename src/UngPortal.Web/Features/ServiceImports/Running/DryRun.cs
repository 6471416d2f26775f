using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Holds a package against the register, and says of each row what an import would do.</summary>
public sealed class DryRun(PortalDbContext db)
{
    /// <summary>A row of the report for each of the package’s.</summary>
    public async Task<IReadOnlyList<ImportRunChange>> ReportAsync(IReadOnlyList<PackageItem> items, ServiceTerms terms, CancellationToken cancellationToken)
    {
        var services = await db.Services.AsNoTracking().Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().ToListAsync(cancellationToken);
        // SQL Server takes ids that differ in their case alone for the same: so do we, everywhere.
        var foreign = (await db.ServiceForeignIds.AsNoTracking().Where(known => known.Origin == terms.Origin).ToListAsync(cancellationToken)).DistinctBy(known => known.ForeignId, StringComparer.OrdinalIgnoreCase).ToDictionary(known => known.ForeignId, StringComparer.OrdinalIgnoreCase);
        var (bySlug, byId) = (services.ToDictionary(service => service.Slug, StringComparer.Ordinal), services.ToDictionary(service => service.Id));
        var slugs = bySlug.Keys.ToHashSet(StringComparer.Ordinal);
        var (seen, used) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<int>());
        List<ImportRunChange> report = [];
        foreach (var item in items)
        {
            var read = ServiceReading.Read(item, terms);
            var position = report.Count + 1;
            var isTwice = read.ForeignId.Length > 0 && !seen.Add(read.ForeignId);
            if (read.Facts is null || isTwice)
            {
                report.Add(Refused(read, position, isTwice));
                continue;
            }

            var last = foreign.GetValueOrDefault(read.ForeignId);
            var known = (last is null ? null : byId.GetValueOrDefault(last.ServiceId)) ?? (IsOwn(read) ? bySlug.GetValueOrDefault(read.Slug!) : null);
            report.Add(known is null ? New(read, position, SlugFor(read, slugs)) : !used.Add(known.Id) ? Refused(read, position, isTwice: true) : Known(read, position, known, last, LocalDate.FromDateOnly(terms.Today)));
        }

        return report;
    }

    /// <summary>Whether the package was written by a register like ours, whose ids follow from its slugs.</summary>
    private static bool IsOwn(ReadRow read) => read.Slug is { } slug && (read.ForeignId == slug || read.ForeignId == ServiceWriter.IdOf(slug).ToString());

    private static string SlugFor(ReadRow read, HashSet<string> taken)
    {
        var wanted = read.Slug ?? Slug.From(read.Name);
        wanted = wanted.Length == 0 ? "tjeneste" : wanted;
        var slug = wanted;
        for (var number = 2; !taken.Add(slug); number++)
        {
            var end = $"-{number}";
            slug = wanted[..Math.Min(wanted.Length, Slug.MaxLength - end.Length)].TrimEnd('-') + end;
        }

        return slug;
    }

    private static ImportRunChange Refused(ReadRow read, int position, bool isTwice) => Row(read, position, RowOutcome.Refused, [.. !isTwice
        ? read.Faults.Distinct().Take(10).Select(at => new ImportRunChange.FaultAt(Cut(at.File, ImportRunChange.FileMaxLength), at.Line, at.Fault.Kind, at.Fault.Value, at.Fault.Column))
        : [new ImportRunChange.FaultAt(Cut(read.File, ImportRunChange.FileMaxLength), read.Line, ImportFaultKind.TwiceInPackage, Cut(read.ForeignId, ImportFault.ValueMaxLength), "id")]]);

    private static ImportRunChange New(ReadRow read, int position, string slug) => Row(read, position, RowOutcome.New, [], slug, read.Facts! with { Local = FactsMerge.Sorted(read.Facts.Local) });

    private static ImportRunChange Known(ReadRow read, int position, Service known, ServiceForeignId? last, LocalDate today)
    {
        if (read.Facts!.Kind != known.Kind && !read.IsWhole)
        {
            // HSDS alone may not say what it is: then it is not made into something else.
            return Row(read, position, RowOutcome.Refused, [new(Cut(read.File, ImportRunChange.FileMaxLength), read.Line, ImportFaultKind.BadKind, known.Kind.ToString())]);
        }

        var before = known.Facts() with { Local = FactsMerge.Sorted(known.Facts().Local) };
        var facts = FactsMerge.Onto(read, before, today);
        var fields = FactsText.Differences(before, facts);
        var isEdited = known.EditedAt is { } edited && edited > (last?.ImportedAt ?? DateTime.MinValue) && (read.ChangedOn is not { } changed || OsloTime.DayOf(edited) > changed);
        var outcome = fields.Length == 0 ? RowOutcome.Unchanged : isEdited ? RowOutcome.Conflict : RowOutcome.Changed;
        return Row(read, position, outcome, [], known.Slug, facts, fields, known.Version).Of(known.Id);
    }

    private static ImportRunChange Row(ReadRow read, int position, RowOutcome outcome, IReadOnlyList<ImportRunChange.FaultAt> faults, string slug = "", ServiceFacts? facts = null, string[]? fields = null, int? version = null) => new()
    {
        Position = position,
        File = Cut(read.File, ImportRunChange.FileMaxLength),
        Line = read.Line,
        ForeignId = Cut(read.ForeignId, ImportRunChange.IdMaxLength),
        Name = Cut(read.Name, Service.NameMaxLength),
        Outcome = outcome,
        Faults = faults,
        Fields = fields ?? [],
        Facts = facts is null ? "" : FactsText.Of(facts),
        Slug = slug,
        Status = read.Status,
        SeenVersion = version,
    };

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
