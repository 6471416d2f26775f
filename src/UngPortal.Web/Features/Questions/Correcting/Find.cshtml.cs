using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Answers;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>From the address of a public answer to the page where it is corrected.</summary>
[ForRoles(StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed partial class FindModel(AnswerPublishing publishing) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(500)]
    public string? Adresse { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Adresse))
        {
            return Page();
        }

        if (Number().Match(Adresse) is { Success: true } found && await publishing.DraftOfAsync(int.Parse(found.ValueSpan, CultureInfo.InvariantCulture), cancellationToken) is { } draft)
        {
            return LocalRedirect($"~/admin/sporsmal/svar/{draft.PublicId}");
        }

        ModelState.AddModelError(nameof(Adresse), "Correct_NotFound");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Six to nine digits, as public numbers have.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9]{6,9}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
