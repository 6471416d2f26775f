using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The topics and services that a tool can be put to.</summary>
public sealed record ToolChoices(IReadOnlyList<Topic> Topics, IReadOnlyList<KeyValuePair<string, string>> Services)
{
    public static readonly ToolChoices None = new([], []);

    public static async Task<ToolChoices> ReadAsync(PortalDbContext db, Language language, CancellationToken cancellationToken) => new(
        (await TopicTree.ReadAsync(db, cancellationToken)).All,
        [
            .. (await db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed && service.Kind != ServiceKind.Local).OrderBy(service => service.Position)
                .Select(service => new { service.Slug, service.Name }).ToListAsync(cancellationToken)).Select(service => KeyValuePair.Create(service.Slug, service.Name.In(language))),
        ]);

    /// <summary>Notes what is chosen that isn't there.</summary>
    public void Check(ToolForm form, ModelStateDictionary state)
    {
        if (form.Temaer.Exists(slug => !Topics.Any(topic => topic.Slug == slug)))
        {
            state.AddModelError(nameof(ToolForm.Temaer), "ToolForm_ChooseListed");
        }

        if (form.Tjenester.Exists(slug => !Services.Any(service => service.Key == slug)))
        {
            state.AddModelError(nameof(ToolForm.Tjenester), "ToolForm_ChooseListed");
        }
    }
}
