using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Places;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Choosing;

/// <summary>What somebody has answered so far, as it stands in the address.</summary>
public sealed class ChoiceAnswers
{
    /// <summary>The one answer that tells of somebody: no page that it stands in is kept.</summary>
    public const string PlaceKey = "sted";

    private const int BandMaxLength = 10;

    [StringLength(Slug.MaxLength)]
    public string? Om { get; set; }

    [StringLength(Slug.MaxLength)]
    public string? Hast { get; set; }

    [StringLength(Slug.MaxLength)]
    public string? Hvordan { get; set; }

    [StringLength(BandMaxLength)]
    public string? Alder { get; set; }

    [StringLength(PlaceBook.TextMaxLength)]
    public string? Sted { get; set; }

    /// <summary>The taps, which a form must carry along.</summary>
    public IEnumerable<(string Key, string Word)> Taps => [("om", Om ?? ""), ("hast", Hast ?? ""), ("hvordan", Hvordan ?? "")];

    /// <summary>The page's address with all answers.</summary>
    public string Path => PathOf("/finn-hjelp", All);

    /// <summary>The finder's address with the age, and the place where that is known.</summary>
    public string FinderPath(Place? place) => PathOf("/hjelp-naer-deg", [(PlaceKey, place?.Name ?? ""), ("alder", Alder ?? "")]);

    /// <summary>The page's address with one more answer, or with another one.</summary>
    public string PathWith(string key, string word) => PathOf("/finn-hjelp", [.. All.Where(answer => answer.Key != key), (key, word)]);

    /// <summary>Reads the words; null when one is none of those that can be chosen.</summary>
    public Chosen? Read(IReadOnlyList<Topic> topics, IReadOnlyList<AgeBand> bands)
    {
        var (haste, manner) = (ChoiceWords.Hastes.FirstOrDefault(one => one.Word == Hast), ChoiceWords.Manners.FirstOrDefault(one => one.Word == Hvordan));
        var chosen = new Chosen(!string.IsNullOrEmpty(Om), topics.FirstOrDefault(topic => topic.Slug == Om), haste.Word is null ? null : haste.Haste, manner.Word is null ? null : manner.Manner)
        {
            Age = bands.FirstOrDefault(band => band.Key == Alder),
            Where = string.IsNullOrWhiteSpace(Sted) ? null : PlaceBook.Norway.Find(Sted),
        };
        var isKnown = IsNothingOr(Om, chosen.About is not null || Om == ChoiceWords.Anything) && IsNothingOr(Hast, chosen.Haste is not null) && IsNothingOr(Hvordan, chosen.Manner is not null) && IsNothingOr(Alder, chosen.Age is not null);
        return isKnown ? chosen : null;
    }

    private IEnumerable<(string Key, string Word)> All => [.. Taps, ("alder", Alder ?? ""), (PlaceKey, Sted ?? "")];

    private static bool IsNothingOr(string? word, bool isKnown) => string.IsNullOrEmpty(word) || isKnown;

    private static string PathOf(string path, IEnumerable<(string Key, string Word)> answers) => new Pager(path, [.. answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Word))], 1, 0, int.MaxValue).Link(1);
}
