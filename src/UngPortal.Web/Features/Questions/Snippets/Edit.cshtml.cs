using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>One text block: to change, to renew, or to take out.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class EditModel(PortalDbContext db, SnippetDesk desk, RoleList roles, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public SnippetForm Input { get; set; } = new();

    public Snippet Snippet { get; private set; } = null!;

    public AnsweringRole? Role { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = SnippetForm.Of(Snippet);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input.Sprak = Snippet.Language;
        if (Input.Steg == "se")
        {
            return Page();
        }

        if (Input.Steg != "ut")
        {
            (await new SnippetForm.Validator(desk.Today, null, markdown).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
            if (ModelState.IsValid && await desk.IsTakenAsync(Snippet.Role, Snippet.Language, Snippet.Section, Input.Title, id, cancellationToken))
            {
                ModelState.AddModelError(nameof(Input.Tittel), "Snippet_Taken");
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var isKept = Input.Versjon == Snippet.Version && (Input.Steg != "ut" || Snippet.RetiredAt is null)
            && (Input.Steg == "ut" ? await desk.RetireAsync(Snippet, HttpContext.Staff, cancellationToken) : await desk.ChangeAsync(Snippet, Input, HttpContext.Staff, cancellationToken));
        if (!isKept)
        {
            ModelState.AddModelError("", "Snippet_WasFirst");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return LocalRedirect($"~/admin/sporsmal/tekstbiter?gjort={(Input.Steg == "ut" ? "ute" : "lagret")}");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        Snippet = (await db.Snippets.FirstOrDefaultAsync(snippet => snippet.Id == id, cancellationToken))!;
        Role = await roles.FindAsync(Snippet?.Role, cancellationToken);
        return Snippet is not null;
    }
}
