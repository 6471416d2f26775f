using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Answers.Library;

[CachedPage]
public sealed class IndexModel(AnswerLists lists, CatalogueCopy copy, RoleList roles, VisitorChoice choice, TimeProvider time) : LibraryPage(copy, roles, choice, time)
{
    [BindProperty(SupportsGet = true, Name = "sorter"), StringLength(Slug.MaxLength)]
    public string? Sort { get; set; }

    /// <summary>The number of an answer whose near duplicates are asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "lik")]
    public int? Like { get; set; }

    public override string Order => Sort == ByReaders ? ByReaders : "";

    /// <summary>The address for search engines; null for what they shouldn't list: a list that is narrowed or in another order, and beyond the end.</summary>
    public string? ListedPath => IsFiltered || Like is not null || Order.Length > 0 || Pager.IsBeyondTheEnd ? null : Pager.Link(PageNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        HttpContext.CacheTag(AnswerEviction.ListTag);
        if (!await ReadFiltersAsync(cancellationToken) || !(string.IsNullOrEmpty(Sort) || Sort is ByReaders or "nyeste"))
        {
            return NotFound();
        }

        if (Like is { } like)
        {
            Answers = await lists.AlikeAsync(like, cancellationToken);
            Pager = new Pager("/sporsmal", [new("lik", like.ToString(CultureInfo.InvariantCulture))], PageNumber, Answers.Count, Math.Max(Answers.Count, 1));
            return Answers.Count == 0 ? NotFound() : this.PageOf(Pager);
        }

        var (found, total) = await lists.PageAsync(Filter, PageNumber, cancellationToken);
        Answers = found;
        Pager = PagerOf("/sporsmal", total, new KeyValuePair<string, string>("sorter", Order));
        return this.PageOf(Pager);
    }
}
