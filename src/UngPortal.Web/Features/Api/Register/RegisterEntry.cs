using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.Api.Register;

/// <summary>What a service is found by. What many have in common they share.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Order">Where in the register's order it stands.</param>
/// <param name="PublicId">Its id in HSDS.</param>
/// <param name="Slug">Its short name.</param>
/// <param name="Municipality">Where it stands.</param>
/// <param name="Areas">Whose people it is for.</param>
/// <param name="Responsible">Who answers for it, where that is known.</param>
/// <param name="Terms">The ids of its terms and of those above them, and of the taxonomies that they belong to.</param>
/// <param name="Languages">In which languages one is helped, where that is told.</param>
/// <param name="Access">What it has told of how one gets in and along.</param>
/// <param name="Point">Where it is.</param>
/// <param name="Words">Its own folded words, each behind a space.</param>
/// <param name="SharedWords">Those of its type and its municipality.</param>
/// <param name="Hours">The different hours of its channels, where they are known.</param>
/// <param name="StaleFrom">The day from which its hours say nothing any more.</param>
/// <param name="Places">The places that HSDS knows it in.</param>
internal sealed record RegisterEntry(
    int Id, (ServiceKind Kind, int Position, int Id) Order, Guid PublicId, string Slug, string? Municipality, IReadOnlyList<string> Areas, ResponsibleBody? Responsible, IReadOnlySet<Guid> Terms,
    IReadOnlyList<string> Languages, IReadOnlyList<string> Access, GeoPoint? Point, string Words, string SharedWords, IReadOnlyList<OpeningHours> Hours, DateOnly? StaleFrom, IReadOnlyList<ServicePlace> Places)
{
    /// <summary>The id of who answers for it.</summary>
    public Guid? Organization => Responsible?.Id;

    /// <summary>Whether one of its words is the folded word, or begins with it.</summary>
    public bool Has(string word)
    {
        var beginning = " " + word;
        return Words.Contains(beginning, StringComparison.Ordinal) || SharedWords.Contains(beginning, StringComparison.Ordinal);
    }
}
