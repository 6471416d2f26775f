using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Safety;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Opens the form with what was begun in an ask box elsewhere. It keeps nothing and changes nothing, so it needs no token: the pages with the box are stored and have none.</summary>
[IgnoreAntiforgeryToken]
public sealed class BeginModel(FormKeys keys, AskGate gate, CrisisDetector detector, CatalogueCopy catalogue) : PageModel
{
    public AskView View { get; private set; } = null!;

    public IActionResult OnGet() => RedirectToPage("Ask");

    public async Task OnPostAsync([StringLength(20_000)] string? tekst, [StringLength(100)] string? tema, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var input = new AskForm { Tekst = tekst, Tema = tema, Nokkel = keys.New() };
        View = await AskView.OfAsync(input, Advice.On(input.Text, detector), catalogue, gate, cancellationToken);
    }
}
