using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Auditing;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PlatformAdmin)]
public sealed class IndexModel(PortalDbContext db, AuditSearch search) : PageModel
{
    private const int Size = 50;

    [BindProperty(Name = "", SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    /// <summary>Only entries before this row's number: the next page of the list.</summary>
    [BindProperty(Name = "for", SupportsGet = true)]
    public long? Before { get; set; }

    public AuditSearch Search => search;

    public IReadOnlyList<Row> Entries { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Organisations { get; private set; } = new Dictionary<int, string>();

    /// <summary>The state of the chain; only for those who answer for all of it.</summary>
    public AuditHead? Chain { get; private set; }

    public bool SeesAll => HttpContext.Staff.Is(StaffRole.PlatformAdmin);

    /// <summary>The address of the next page; null on the last one.</summary>
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Organisations = await search.OrganisationsOfAsync(HttpContext.Staff, cancellationToken);
        if (!ModelState.IsValid || Filter.HasBadDate)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "Auditing_BadFilter");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (Filter.Organisasjon is { } id && !Organisations.ContainsKey(id))
        {
            return NotFound();
        }

        var before = Before ?? long.MaxValue;
        var found = await search.Find(Filter, HttpContext.Staff).Where(entry => entry.Id < before).OrderByDescending(entry => entry.Id).Take(Size + 1)
            .Select(entry => new Row(entry.Id, entry.At, entry.ActorName, entry.Action, entry.Subject, entry.Detail, entry.OrganisationId, entry.Number)).ToListAsync(cancellationToken);
        Entries = [.. found.Take(Size)];
        Older = found.Count > Size ? AddressWith("/admin/revisjon", string.Create(CultureInfo.InvariantCulture, $"for={Entries[^1].Id}")) : null;
        Chain = SeesAll ? await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancellationToken) : null;
        return Page();
    }

    /// <summary>A path with the filter, and more where there is more.</summary>
    public string AddressWith(string path, string more = "")
    {
        var query = string.Join('&', new[] { Filter.ToQuery(), more }.Where(part => part.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public sealed record Row(long Id, DateTime At, string Person, string Action, string Subject, string Detail, int? OrganisationId, long? Number);
}
