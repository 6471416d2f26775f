using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>The days on which a service keeps other hours than usual.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class ExceptionsModel(RegisterDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public ExceptionForm Input { get; set; } = new();

    public Service Service { get; private set; } = null!;

    /// <summary>The exceptions that aren't over, each with the ways that it is for.</summary>
    public IReadOnlyList<(DatedHours.Exception Exception, IReadOnlyList<ChannelKind> Kinds)> Coming { get; private set; } = [];

    /// <summary>The ways whose hours are known: others can have no exceptions.</summary>
    public IReadOnlyList<ChannelKind> Kinds => [.. Service.Channels.Where(channel => channel.Hours is not null).Select(channel => channel.Kind).Distinct()];

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input.Versjon = Service.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new ExceptionForm.Validator(desk.Today, Kinds).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        List<ServiceChannel> changed = ModelState.IsValid ? [.. Service.Channels.Select(Changed)] : [];
        if (changed.Exists(channel => channel.Hours?.Length > OpeningHours.MaxLength))
        {
            ModelState.AddModelError("", "Register_TooManyExceptions");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Service.Edit(Service.Facts() with { Channels = changed }, desk.Now);
        if (await desk.SaveAsync(Service, HttpContext.Staff, Input.Fjern is null ? "service-exception" : "service-exception-removed", Input.Written!.ToString(), Input.Versjon, cancellationToken))
        {
            return LocalRedirect($"~/admin/tjenester/{id}/unntak");
        }

        await ReadAsync(id, cancellationToken);
        Input.Versjon = Service.Version;
        ModelState.Clear();
        ModelState.AddModelError("", "Register_ConflictKept");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private ServiceChannel Changed(ServiceChannel channel)
    {
        if (channel.Hours is null || (Input.Gjelder is { } only && channel.Kind != only))
        {
            return channel;
        }

        var hours = DatedHours.Of(channel.Hours).Since(desk.Today);
        return channel.WithHours((Input.Fjern is null ? hours.With(Input.Written!) : hours.Without(Input.Written!)).Text);
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Service = found;
        var today = desk.Today;
        Coming = [.. found.Channels.SelectMany(channel => DatedHours.Of(channel.Hours).Since(today).Exceptions, (channel, exception) => (exception, channel.Kind))
            .GroupBy(pair => pair.exception, pair => pair.Kind).OrderBy(group => group.Key.From).Select(group => (group.Key, (IReadOnlyList<ChannelKind>)[.. group.Distinct()]))];
        return true;
    }
}
