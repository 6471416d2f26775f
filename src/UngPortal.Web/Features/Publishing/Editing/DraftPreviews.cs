using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Renders what stands in the editor's form, saved or not, the way its page would show it.</summary>
public sealed class DraftPreviews(DraftRendering rendering, PublicationReader reader, Microsoft.Extensions.Options.IOptions<LanguageOptions> languages)
{
    public async Task<DraftPreview> OfAsync(Draft draft, DraftForm form, CancellationToken cancellationToken)
    {
        var code = form.Sprak is "nn" or "en" ? form.Sprak : Language.Bokmal.Code;
        var shown = Draft.Begin(draft.Kind, draft.Slug, draft.OrganisationId, form.ApplyTo(draft.Content, draft.LatestRevision), new() { Id = 0, Name = "", SessionId = 0, ConfirmedAt = default, Seats = [] }, draft.ChangedAt);
        var finished = rendering.Finish(shown);
        var text = finished.Texts[code];
        var view = await reader.PreviewAsync(finished, languages.Value.All.First(language => language.Code == code), cancellationToken);
        return new DraftPreview(view, text.Lix, text.Words, [.. rendering.ProblemsOf(shown).Where(problem => problem.Language is null || problem.Language == code)]);
    }
}
