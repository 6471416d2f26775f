using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>What somebody wants of a service near them, as it stands in the address.</summary>
public sealed class FinderWords
{
    /// <summary>The word that switches a filter on.</summary>
    public const string Yes = "ja";

    private const int WordMaxLength = 40;

    [StringLength(ServiceType.KeyMaxLength)]
    public string? Hva { get; set; }

    [StringLength(WordMaxLength)]
    public string? Alder { get; set; }

    [StringLength(WordMaxLength)]
    public string? Apen { get; set; }

    [StringLength(WordMaxLength)]
    public string? Dropin { get; set; }

    [StringLength(Slug.MaxLength)]
    public string? Tema { get; set; }

    [StringLength(WordMaxLength)]
    public string? Sprak { get; set; }

    [StringLength(WordMaxLength)]
    public string? Tilgang { get; set; }

    public IEnumerable<KeyValuePair<string, string>> Pairs =>
        [new("hva", Hva ?? ""), new("alder", Alder ?? ""), new("apen", Apen ?? ""), new("dropin", Dropin ?? ""), new("tema", Tema ?? ""), new("sprak", Sprak ?? ""), new("tilgang", Tilgang ?? "")];

    /// <summary>The filter; null when a word is none.</summary>
    public FinderFilter? Read(IReadOnlyList<ServiceType> types, TopicTree topics)
    {
        var topic = string.IsNullOrEmpty(Tema) ? null : topics.Find(Tema);
        var filter = new FinderFilter(Said(Hva), AgeBand.TryParse(Alder, out var age) ? age : null, Apen == Yes, Dropin == Yes)
        {
            Topic = topic?.Slug,
            Topics = topic is null ? [] : [.. topics.All.Where(own => own.IsWithin(topic)).Select(own => own.Slug)],
            Language = Said(Sprak),
            Access = Said(Tilgang),
        };
        var isKnown = (filter.Type is null || types.Any(type => type.Key == filter.Type))
            && (filter.Age is not null || Said(Alder) is null)
            && (topic is not null || Said(Tema) is null)
            && (filter.Language is null || SpokenLanguages.All.Contains(filter.Language))
            && (filter.Access is null || ToldFacts.Access.Contains(filter.Access));
        return isKnown ? filter : null;
    }

    private static string? Said(string? word) => string.IsNullOrEmpty(word) ? null : word;
}
