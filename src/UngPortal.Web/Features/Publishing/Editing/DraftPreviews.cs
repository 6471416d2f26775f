using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Renders what stands in the editor's form, saved or not, the way its page would show it.</summary>
public sealed class DraftPreviews(DraftRendering rendering, DraftChecks checks, LibraryPictures library, PublicationReader reader, IOptions<LanguageOptions> languages)
{
    public async Task<DraftPreview> OfAsync(Draft draft, DraftForm form, CancellationToken cancellationToken)
    {
        var code = form.Sprak is "nn" or "en" ? form.Sprak : Language.Bokmal.Code;
        var content = form.ApplyTo(draft.Content, await library.NamedAsync(draft.OrganisationId, form.Bilder, cancellationToken), bokmalRevision: null);
        var shown = Draft.Begin(draft.Kind, draft.Slug, draft.OrganisationId, content, new() { Id = 0, Name = "", SessionId = 0, ConfirmedAt = default, Seats = [] }, draft.ChangedAt);
        var finished = rendering.Finish(shown);
        var text = finished.Texts[code];
        var view = await reader.PreviewAsync(finished, languages.Value.All.First(language => language.Code == code), cancellationToken);
        var problems = await checks.OfAsync(shown, cancellationToken);
        return new DraftPreview(view, text.Lix, text.Words, checks.HostsOf(content, code), [.. problems.Where(problem => problem.Language is null || problem.Language == code)]);
    }
}
