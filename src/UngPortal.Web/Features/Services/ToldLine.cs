using Microsoft.Extensions.Localization;

namespace UngPortal.Features.Services;

/// <summary>One kind of what a service has told, in words.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Words">What is told of it; never empty.</param>
public sealed record ToldLine(string Label, IReadOnlyList<string> Words)
{
    /// <summary>A line for each kind of which something is told, and none for the others.</summary>
    public static IReadOnlyList<ToldLine> Of(IReadOnlyList<string> languages, IReadOnlyList<string> told, IStringLocalizer texts) =>
    [
        .. new[]
        {
            new ToldLine(texts["ToldGroup_offers"], OffersOf(told, texts)),
            new ToldLine(texts["ToldGroup_languages"], [.. languages.Select(code => texts["Spoken_" + code].Value)]),
            new ToldLine(texts["ToldGroup_access"], [.. told.Where(ToldFacts.Access.Contains).Select(fact => texts["Told_" + fact].Value)]),
            new ToldLine(texts["ToldGroup_people"], [.. told.Where(ToldFacts.People.Contains).Select(fact => texts["Told_" + fact].Value)]),
        }.Where(line => line.Words.Count > 0),
    ];

    /// <summary>On what terms one is helped, in words.</summary>
    public static IReadOnlyList<string> OffersOf(IReadOnlyList<string> told, IStringLocalizer texts) => [.. told.Where(ToldFacts.Offers.Contains).Select(fact => texts["Told_" + fact].Value)];

    /// <summary>Words that stand alone.</summary>
    public static string Alone(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
