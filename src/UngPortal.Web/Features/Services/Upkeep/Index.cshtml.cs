using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services.Counting;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>The register for those who keep it: the oldest facts first.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(PortalDbContext db, RegisterDesk desk) : PageModel
{
    private const int PageSize = 50;
    private const int PagesMost = 10_000;

    [BindProperty(Name = "q", SupportsGet = true), StringLength(Service.NameMaxLength)]
    public string? Query { get; set; }

    [BindProperty(Name = "slag", SupportsGet = true)]
    public ServiceKind? Kind { get; set; }

    [BindProperty(Name = "vis", SupportsGet = true)]
    public RegisterFilter Filter { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "side")] int? number, CancellationToken cancellationToken)
    {
        var today = desk.Today;
        var found = Matching(today);
        Pager = new Pager("/admin/tjenester", [new("q", Query ?? ""), new("slag", Kind?.ToString() ?? ""), new("vis", Filter == default ? "" : Filter.ToString())],
            Math.Clamp(number ?? 1, 1, PagesMost), await found.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        var services = await found.OrderBy(service => service.Assured).ThenBy(service => service.Id).Skip((Pager.Number - 1) * PageSize).Take(PageSize)
            .Select(service => new { service.Id, service.Name, service.Kind, service.Municipality, service.State, service.Assured, service.TakenIn, service.LinkFault, Reports = db.Set<ServiceReport>().Count(report => report.ServiceId == service.Id && report.HandledAt == null) })
            .ToListAsync(cancellationToken);
        var recent = await RecentVisits.OfAsync(db, [.. services.Select(one => one.Id)], today, cancellationToken);
        Rows = [.. services.Select(one => new Row(one.Id, one.Name, one.Kind, one.Municipality, one.State, one.Assured, AssuranceLadder.On(today, one.Kind, one.Assured, one.TakenIn), one.LinkFault, one.Reports, recent.GetValueOrDefault(one.Id, RecentVisits.None)))];
        return Page();
    }

    private IQueryable<Service> Matching(DateOnly today)
    {
        var all = db.Services.AsNoTracking().Where(Filter.Takes(today, db.ServiceReports));
        if (Kind is { } kind)
        {
            all = all.Where(service => service.Kind == kind);
        }

        return Slug.From(Query ?? "") is { Length: > 0 } text ? all.Where(service => service.Slug.Contains(text)) : all;
    }

    public sealed record Row(int Id, LocalizedText Name, ServiceKind Kind, string? Municipality, ServiceState State, DateOnly Assured, Freshness Freshness, LinkFault? LinkFault, int Reports, RecentVisits Recent);
}
