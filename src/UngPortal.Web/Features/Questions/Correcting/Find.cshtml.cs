using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Answers;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>From the address of a public answer to the page where it is corrected; of one that was taken down, where its asker's is.</summary>
[ForRoles(StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed partial class FindModel(AnswerPublishing publishing, Corrections corrections) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(500)]
    public string? Adresse { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Adresse))
        {
            return Page();
        }

        if (Number().Match(Adresse) is { Success: true } found && await PathOfAsync(int.Parse(found.ValueSpan, CultureInfo.InvariantCulture), cancellationToken) is { } path)
        {
            return LocalRedirect(path);
        }

        ModelState.AddModelError(nameof(Adresse), "Correct_NotFound");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<string?> PathOfAsync(int publicId, CancellationToken cancellationToken)
    {
        if (await publishing.DraftOfAsync(publicId, cancellationToken) is not null)
        {
            return $"~/admin/sporsmal/svar/{publicId}";
        }

        using var opened = await corrections.OpenAsync(publicId, HttpContext.Staff, cancellationToken);
        return opened is null ? null : $"~/admin/sporsmal/{opened.Question.Id}/rett";
    }

    /// <summary>Six to nine digits, as public numbers have.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9]{6,9}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
