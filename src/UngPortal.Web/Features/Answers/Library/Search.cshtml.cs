using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Search;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Answers.Library;

/// <summary>The search within the library. A page of its own, since what somebody looks for must not become the name of a stored page.</summary>
[CompressedPage, EnableRateLimiting(RateLimits.Search)]
public sealed class SearchModel(KindSearch search, AnswerLists lists, CatalogueCopy copy, RoleList roles, VisitorChoice choice, TimeProvider time) : LibraryPage(copy, roles, choice, time)
{
    private bool _isCrisis;

    /// <summary>A longer text is cut by the engine, not refused.</summary>
    [BindProperty(SupportsGet = true, Name = "q"), StringLength(20_000)]
    public string? Text { get; set; }

    public override string Words => (Text ?? "").Length > SearchBox.MaxLength ? Text![..SearchBox.MaxLength] : Text ?? "";

    public override bool IsCrisis => _isCrisis;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadFiltersAsync(cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            return LocalRedirect(HttpContext.Language.PathPrefix + PagerOf("/sporsmal", 0).Link(1));
        }

        var found = search.Find(new KindQuery(AnswerDocuments.SearchKind, Text, HttpContext.Language.Code, PageNumber)
        {
            Topic = NullIfEmpty(TopicSlug),
            AgeBand = NullIfEmpty(BandKey),
            Year = Year,
            Tags = [.. new[] { Gender is { } gender ? AnswerDocuments.TagOf(gender) : null, NullIfEmpty(RoleKey) is { } role ? AnswerDocuments.TagOf(role) : null }.OfType<string>()],
        });
        _isCrisis = found.IsCrisis;
        Answers = await lists.OfPublicIdsAsync([.. found.Keys.Select(AnswerDocuments.PublicIdOf)], cancellationToken);
        Pager = PagerOf("/sporsmal/sok", found.Total, new KeyValuePair<string, string>("q", Words));
        return this.PageOf(Pager);
    }
}
