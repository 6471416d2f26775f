using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>What services are sorted by here, and what a package is taken for where it doesn’t say.</summary>
/// <param name="Types">Local services’ types: keys by keys and names, in small letters.</param>
/// <param name="Topics">The slugs of the topic tree.</param>
/// <param name="Type">The type of services that name none; null refuses them.</param>
/// <param name="Origin">Whose package it is.</param>
/// <param name="Today">The day.</param>
public sealed record ServiceTerms(IReadOnlyDictionary<string, string> Types, IReadOnlySet<string> Topics, string? Type, string Origin, DateOnly Today)
{
    /// <summary>Stands for a day that nobody has told: long ago.</summary>
    public static readonly DateOnly LongAgo = new(2000, 1, 1);

    public static IReadOnlyDictionary<string, string> NamesOf(IEnumerable<ServiceType> types) => types
        .SelectMany(type => type.Name.Values.Append(type.Key), (type, name) => (Name: name.ToLowerInvariant(), type.Key)).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Key, StringComparer.Ordinal);
}
