using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Answers.Reading;

/// <summary>Words the sections of an answer for its page: services that the text names can be called from it, links stay in the page's language.</summary>
public sealed class AnswerWording(HelpNowCopy help, IOptions<LanguageOptions> languages)
{
    /// <param name="body">One section.</param>
    /// <param name="textLanguage">The code of the text's own language.</param>
    /// <param name="pageLanguage">The language of the page around it.</param>
    public SafeHtml Of(SavedBody body, string textLanguage, Language pageLanguage)
    {
        var own = languages.Value.All.FirstOrDefault(language => language.Code == textLanguage) ?? Language.Bokmal;
        var mention = new ServiceMention(own.Code, $"{pageLanguage.PathPrefix}/hjelp-na", Ui.In(own.Culture, "Way_Phone"));
        IReadOnlyList<RefPiece>? Pieces((string Kind, string Key) reference) =>
            reference.Kind == "tjeneste" && help.Current.Entries.FirstOrDefault(entry => entry.Slug == reference.Key) is { } entry ? mention.Of(entry) : null;

        return SafeHtml.Join(body.Parts.OfType<BodyPart.Html>().Select(part => BodyParts.ReplaceRefs(BodyParts.InLanguage(part.Fragment, pageLanguage), Pieces)));
    }
}
