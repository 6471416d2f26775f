using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Organisations.Editing;

[ForRoles(StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
public sealed class IndexModel(PortalDbContext db, TimeProvider time) : PageModel
{
    public const string Holds = "gjelder";
    public const string EndsSoon = "snart";
    public const string Missing = "mangler";
    private const int PageSize = 25;
    private const int PagesMost = 10_000;
    private const int SoonDays = 60;

    [BindProperty(Name = "q", SupportsGet = true), StringLength(Organisation.NameMaxLength)]
    public string? Query { get; set; }

    [BindProperty(Name = "sektor", SupportsGet = true)]
    public Sector? Sector { get; set; }

    /// <summary>What today's agreement must be like: <see cref="Holds"/>, <see cref="EndsSoon"/> or <see cref="Missing"/>; anything else means all.</summary>
    [BindProperty(Name = "avtale", SupportsGet = true), StringLength(10)]
    public string? Agreed { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "side")] int? number, CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(time.GetUtcNow().UtcDateTime);
        var found = Matching(today);
        Pager = new Pager("/admin/organisasjoner", Filters(), Math.Clamp(number ?? 1, 1, PagesMost), await found.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        Rows = await found.OrderBy(one => one.SearchName).ThenBy(one => one.Id).Skip((Pager.Number - 1) * PageSize).Take(PageSize)
            .Select(one => new Row(
                one.Id,
                one.Name,
                one.Number,
                one.Sector,
                one.Agreements.Where(agreement => agreement.From <= today && agreement.To >= today).Select(agreement => (DateOnly?)agreement.To).FirstOrDefault(),
                db.Set<Membership>().Where(seat => seat.OrganisationId == one.Id && seat.EndedAt == null).Select(seat => seat.StaffId).Distinct().Count()))
            .ToListAsync(cancellationToken);
        return Page();
    }

    private IQueryable<Organisation> Matching(DateOnly today)
    {
        var all = db.Organisations.AsNoTracking();
        if (Organisation.SearchFormOf(Query ?? "") is { Length: > 0 } text)
        {
            var digits = text.Replace(" ", "", StringComparison.Ordinal);
            all = all.Where(one => one.SearchName.Contains(text) || one.Number.StartsWith(digits));
        }

        if (Sector is { } sector)
        {
            all = all.Where(one => one.Sector == sector);
        }

        var soon = today.AddDays(SoonDays);
        return Agreed switch
        {
            Holds => all.Where(one => one.Agreements.Any(agreement => agreement.From <= today && agreement.To >= today)),
            EndsSoon => all.Where(one => one.Agreements.Any(agreement => agreement.From <= today && agreement.To >= today)
                && !one.Agreements.Any(agreement => agreement.To > soon)),
            Missing => all.Where(one => !one.Agreements.Any(agreement => agreement.From <= today && agreement.To >= today)),
            _ => all,
        };
    }

    private List<KeyValuePair<string, string>> Filters() =>
        [new("q", Query ?? ""), new("sektor", Sector?.ToString() ?? ""), new("avtale", Agreed ?? "")];

    public sealed record Row(int Id, string Name, string Number, Sector Sector, DateOnly? AgreedUntil, int People);
}
