using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Answers.Library;

/// <summary>A list of published answers with its filters, by date or by a search.</summary>
public abstract class LibraryPage(CatalogueCopy copy, RoleList roles, VisitorChoice choice, TimeProvider time) : PageModel
{
    public const string ByReaders = "mest-lest";

    /// <summary>The oldest year that can be asked for.</summary>
    public const int FirstYear = 2000;

    [BindProperty(SupportsGet = true, Name = "tema"), StringLength(Slug.MaxLength)]
    public string? TopicSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "alder"), StringLength(Slug.MaxLength)]
    public string? BandKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "kjonn"), StringLength(Slug.MaxLength)]
    public string? GenderWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "rolle"), StringLength(Slug.MaxLength)]
    public string? RoleKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "ar")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "side")]
    public int PageNumber { get; set; } = 1;

    public TopicTree Topics { get; private set; } = null!;

    public Topic? Topic { get; private set; }

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public IReadOnlyList<AgeBand> Bands => choice.Bands;

    public int LastYear => OsloTime.DayOf(time.GetUtcNow().UtcDateTime).Year;

    public IReadOnlyList<AnswerTeaser> Answers { get; protected set; } = [];

    public Pager Pager { get; protected set; } = null!;

    /// <summary>What is searched for; empty in a list.</summary>
    public virtual string Words => "";

    /// <summary>The chosen order; empty for the newest first.</summary>
    public virtual string Order => "";

    /// <summary>Whether help comes first.</summary>
    public virtual bool IsCrisis => false;

    public bool IsFiltered => new[] { TopicSlug, BandKey, GenderWord, RoleKey }.Any(value => !string.IsNullOrEmpty(value)) || Year is not null;

    protected CatalogueCopy Copy => copy;

    protected AgeBand? Band => choice.Bands.FirstOrDefault(band => band.Key == BandKey);

    protected AskerGender? Gender => GenderWords.All.TryGetValue(GenderWord ?? "", out var gender) ? gender : null;

    protected AnswerFilter Filter => new() { TopicId = Topic?.Id ?? AnswerPlace.Everywhere, Age = Band, Gender = Gender, Role = NullIfEmpty(RoleKey), Year = Year, MostRead = Order == ByReaders };

    /// <summary>Reads the filters; false where one names what is not there.</summary>
    protected async Task<bool> ReadFiltersAsync(CancellationToken cancellationToken)
    {
        Topics = (await copy.ReadAsync(cancellationToken)).Topics;
        Roles = await roles.AllAsync(cancellationToken);
        Topic = string.IsNullOrEmpty(TopicSlug) ? null : Topics.Find(TopicSlug);
        return ModelState.IsValid && PageNumber is >= 1 and <= 10_000 && (Topic is not null || string.IsNullOrEmpty(TopicSlug)) && (Band is not null || string.IsNullOrEmpty(BandKey))
            && (Gender is not null || string.IsNullOrEmpty(GenderWord)) && (string.IsNullOrEmpty(RoleKey) || Roles.Any(role => role.Key == RoleKey)) && Year is null or (>= FirstYear and <= 2100);
    }

    protected Pager PagerOf(string path, int total, params KeyValuePair<string, string>[] more) => new(
        path,
        [.. more, new("tema", TopicSlug ?? ""), new("alder", BandKey ?? ""), new("kjonn", GenderWord ?? ""), new("rolle", RoleKey ?? ""), new("ar", Year?.ToString(CultureInfo.InvariantCulture) ?? "")],
        PageNumber, total, AnswerLists.PageSize);

    protected static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
