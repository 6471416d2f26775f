using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using UngPortal.Features.Services.Browsing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>How and when a service can be reached, with a look at the coming fortnight before anything is saved.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class ContactModel(RegisterDesk desk) : PageModel
{
    public const int RowsMost = 10;
    private const int RowsFree = 2;
    private const int DaysShown = 14;

    [BindProperty(Name = "Rad")]
    public List<ContactRow> Rows { get; set; } = [];

    [BindProperty(Name = "Versjon")]
    public int Version { get; set; }

    public Service Service { get; private set; } = null!;

    /// <summary>The coming fortnight of each way whose hours are known, with its exceptions.</summary>
    public IReadOnlyList<(ChannelKind Kind, ComingDays Days)> Preview { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Service, Version, Rows) = (found, found.Version, [.. found.Channels.OrderBy(channel => channel.Position).Select(ContactRow.Of)]);
        return Show(StatusCodes.Status200OK);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm] bool forhandsvis, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Service = found;
        Rows = Rows.Count > RowsMost ? Rows[..RowsMost] : Rows;
        Check();
        if (!ModelState.IsValid || forhandsvis)
        {
            return Show(ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }

        found.Edit(found.Facts() with { Channels = Channels() }, desk.Now);
        if (await desk.SaveAsync(found, HttpContext.Staff, "service-contact", "", Version, cancellationToken))
        {
            return LocalRedirect($"~/admin/tjenester/{id}?lagret=true");
        }

        Service = (await desk.FindAsync(id, cancellationToken))!;
        Version = Service.Version;
        ModelState.Clear();
        ModelState.AddModelError("", "Register_ConflictKept");
        return Show(StatusCodes.Status409Conflict);
    }

    private List<ServiceChannel> Channels() => [.. Rows.Where(row => !row.IsEmpty && row.Fault() is null).Select((row, at) => row.ToChannel(at + 1, Service.Channels))];

    private void Check()
    {
        for (var at = 0; at < Rows.Count; at++)
        {
            if (!Rows[at].IsEmpty && Rows[at].Fault() is var (field, message))
            {
                ModelState.AddModelError($"Rad[{at}].{field}", message);
            }
        }

        if (Rows.TrueForAll(row => row.IsEmpty))
        {
            ModelState.AddModelError("Rad[0].Adresse", "Register_NoWay");
        }
    }

    private PageResult Show(int status)
    {
        var today = LocalDate.FromDateOnly(desk.Today);
        Preview = [.. Channels().Select(channel => (channel.Kind, Hours: OpeningHours.ParseOrNull(channel.Hours))).Where(pair => pair.Hours is not null).Select(pair => (pair.Kind, ComingDays.Of(pair.Hours!, today, DaysShown)))];
        Rows.AddRange(Enumerable.Range(0, Math.Min(RowsFree, RowsMost - Rows.Count)).Select(_ => new ContactRow()));
        Response.StatusCode = status;
        return Page();
    }
}
