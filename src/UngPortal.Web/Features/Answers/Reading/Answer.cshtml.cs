using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Answers.Reading;

[CachedPage(UntilNextMinute = true)]
public sealed class AnswerModel(AnswerReader reader, IOptions<LanguageOptions> languages, IOptions<PublicAddress> site) : PageModel
{
    public AnswerView Shown { get; private set; } = null!;

    public AnswerBodies Bodies { get; private set; } = null!;

    /// <summary>Null in the language of the page itself.</summary>
    public string? OtherLanguage => Shown.Answer.Language == HttpContext.Language.Code ? null : Shown.Answer.Language;

    public JsonLd JsonLd
    {
        get
        {
            var (answer, address) = (Shown.Answer, site.Value.Absolute(LanguageOf(Shown.Answer).PathPrefix + Shown.Answer.Path));
            return new(new Dictionary<string, object?>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "QAPage",
                ["inLanguage"] = answer.Language,
                ["isAccessibleForFree"] = true,
                ["mainEntity"] = new Dictionary<string, object>
                {
                    ["@type"] = "Question",
                    ["name"] = answer.Title,
                    ["text"] = answer.Question,
                    ["dateCreated"] = Written(answer.AskedAt),
                    ["answerCount"] = 1,
                    ["acceptedAnswer"] = new Dictionary<string, object>
                    {
                        ["@type"] = "Answer",
                        ["text"] = Bodies.Text,
                        ["url"] = address,
                        ["dateCreated"] = Written(answer.AnsweredAt),
                        ["dateModified"] = Written(answer.CorrectedAt is { } corrected ? OsloTime.DayOf(corrected) : answer.AnsweredAt),
                        ["author"] = new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = "UngPortal" },
                    },
                },
            });
        }
    }

    public async Task<IActionResult> OnGetAsync(int publicId, string? slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        HttpContext.CacheTag(PublishedAnswer.KeyOf(publicId));
        if (await reader.FindAsync(publicId, HttpContext, HttpContext.Language, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        if (found.IsTakenDown)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        if (slug != found.Answer.Slug)
        {
            return LocalRedirectPermanent(HttpContext.Language.PathPrefix + found.Answer.Path);
        }

        Bodies = AnswerBodies.Of(found.Answer.Html);
        HttpContext.CountReading(found.Answer.Key);
        return Page();
    }

    private Language LanguageOf(PublishedAnswer answer) => languages.Value.All.FirstOrDefault(language => language.Code == answer.Language) ?? Language.Bokmal;

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
