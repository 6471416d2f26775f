using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using UngPortal.Features.Services.Browsing;
using UngPortal.Features.Services.Upkeep;
using UngPortal.Kernel;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Services.Confirming;

/// <summary>Where an assurer's link leads: the facts, and one button. Opening it changes nothing, since mail programs open links by themselves.</summary>
[EnableRateLimiting(RateLimits.Forms)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ConfirmLinks links, RegisterDesk desk) : PageModel
{
    private const int TokenMost = 1_000;
    private const int DaysShown = 14;

    /// <summary>The service; null where the link doesn't hold any more.</summary>
    public Service? Service { get; private set; }

    /// <summary>Whether it was confirmed by this link or since it was sent.</summary>
    public bool IsDone { get; private set; }

    public IReadOnlyList<(ServiceChannel Channel, ComingDays? Days)> Channels { get; private set; } = [];

    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute, StringLength(TokenMost)] string token, CancellationToken cancellationToken)
    {
        await ReadAsync(token, cancellationToken);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute, StringLength(TokenMost)] string token, CancellationToken cancellationToken)
    {
        await ReadAsync(token, cancellationToken);
        if (Service is null || IsDone)
        {
            return Show();
        }

        Service.Assure(desk.Today);
        if (await desk.SaveAsync(Service, null, "service-assured", "", version: null, cancellationToken))
        {
            return LocalRedirect($"~/bekreft/{token}");
        }

        await ReadAsync(token, cancellationToken);
        ModelState.AddModelError("", "ServiceConfirm_Again");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task ReadAsync(string token, CancellationToken cancellationToken)
    {
        Token = token;
        if (!ModelState.IsValid || links.Read(token) is not var (slug, askedAt) || await desk.FindAsync(slug, cancellationToken) is not { } found)
        {
            return;
        }

        Service = found;
        IsDone = found.AskedAt is null || found.AskedAt.Value.AddSeconds(-1) > askedAt;
        var today = LocalDate.FromDateOnly(desk.Today);
        Channels = [.. found.Channels.OrderBy(channel => channel.Position).Select(channel => (channel, OpeningHours.ParseOrNull(channel.Hours) is { IsAlwaysOpen: false } hours ? ComingDays.Of(hours, today, DaysShown) : null))];
    }

    private PageResult Show()
    {
        Response.StatusCode = Service is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }
}
