using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Desk;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class NewModel(PortalDbContext db, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public IReadOnlyDictionary<int, string> Houses { get; private set; } = new Dictionary<int, string>();

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadHousesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadHousesAsync(cancellationToken);
        var slug = Slug.From(Input.Tittel ?? "");
        (await new Form.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (ModelState.IsValid && !Houses.ContainsKey(Input.Hus))
        {
            ModelState.AddModelError(nameof(Form.Hus), "Publishing_House_Choose");
        }

        if (ModelState.IsValid && await IsTakenAsync(slug, cancellationToken))
        {
            ModelState.AddModelError(nameof(Form.Tittel), "Publishing_Title_Taken");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var content = new DraftContent().With("nb", new DraftContent.Text(Input.Tittel!.Trim(), "", ""));
        var draft = db.Drafts.Add(Draft.Begin(Input.Type!.Value, slug, Input.Hus, content, HttpContext.Staff, time.GetUtcNow().UtcDateTime)).Entity;
        audit.Record(HttpContext.Staff, "draft-begun", Publication.KeyOf(draft.Kind, draft.Slug), organisationId: draft.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Drafts.AsNoTracking().Any(other => other.Kind == draft.Kind && other.Slug == slug && other.State < DraftState.Published))
        {
            // A colleague began the same at the same moment.
            ModelState.AddModelError(nameof(Form.Tittel), "Publishing_Title_Taken");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return LocalRedirect($"/admin/innhold/{draft.Id}");
    }

    private async Task ReadHousesAsync(CancellationToken cancellationToken)
    {
        var own = HttpContext.Staff.OrganisationsAs(PublishingFeature.Writers);
        Houses = await db.Organisations.Where(house => own.Contains(house.Id)).OrderBy(house => house.Name).ToDictionaryAsync(house => house.Id, house => house.Name, cancellationToken);
        Input.Hus = Input.Hus == 0 && Houses.Count == 1 ? Houses.Keys.First() : Input.Hus;
    }

    private async Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken) =>
        await db.Publications.AnyAsync(live => live.Kind == Input.Type && live.Slug == slug, cancellationToken)
        || await db.Drafts.AnyAsync(draft => draft.Kind == Input.Type && draft.Slug == slug && draft.State != DraftState.Discarded, cancellationToken);

    public sealed class Form
    {
        public PublicationKind? Type { get; set; }

        /// <summary>Longer titles are kept on the page and flagged, never cut.</summary>
        [StringLength(1_000)]
        public string? Tittel { get; set; }

        public int Hus { get; set; }

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator()
            {
                RuleFor(form => form.Type).NotNull().WithMessage("Publishing_Kind_Choose").IsInEnum().WithMessage("Publishing_Kind_Choose");
                RuleFor(form => form.Tittel).Must(title => Slug.From(title ?? "").Length > 0).WithMessage("Publishing_Title_Write")
                    .Must(title => (title ?? "").Trim().Length <= Publication.TitleMaxLength).WithMessage("Publishing_Title_Long");
            }
        }
    }
}
