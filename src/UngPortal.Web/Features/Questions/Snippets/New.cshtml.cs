using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>Where a text block is written.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class NewModel(SnippetDesk desk, RoleList roles, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public SnippetForm Input { get; set; } = new();

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Roles = await roles.AllAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Roles = await roles.AllAsync(cancellationToken);
        if (Input.Steg == "se")
        {
            return Page();
        }

        (await new SnippetForm.Validator(desk.Today, Roles.Select(role => role.Key).Append(Snippet.ForAll).ToHashSet(), markdown).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (ModelState.IsValid && await desk.IsTakenAsync(Input.Rolle!, Input.Sprak!, Input.Del!.Value, Input.Title, 0, cancellationToken))
        {
            ModelState.AddModelError(nameof(Input.Tittel), "Snippet_Taken");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!await desk.AddAsync(Input, HttpContext.Staff, cancellationToken))
        {
            ModelState.AddModelError(nameof(Input.Tittel), "Snippet_Taken");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return LocalRedirect("~/admin/sporsmal/tekstbiter?gjort=lagret");
    }
}
