using UngPortal.Features.Publications;
using UngPortal.Features.Search;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Asking;

/// <summary>All that the form shows besides what was typed. Nobody knows the topics while the database is away.</summary>
public sealed record AskView(AskForm Input, Advice Advice, TopicTree? Topics, ClosingPeriod? Closed)
{
    /// <summary>What might answer the question already, shown once between writing and sending.</summary>
    public IReadOnlyList<NearText> Between { get; init; } = [];

    /// <summary>Where those are led to who are outside the ages; null where the question goes on.</summary>
    public string? Ending => Input.Alder switch { AskForm.Over => "Over20", AskForm.Under when !Advice.IsRed => "Under13", _ => null };

    /// <summary>The ending for adults is shown in place of the form, with help: what is Red stands in no address.</summary>
    public bool IsOver { get; init; }

    /// <summary>Those in distress go straight on.</summary>
    public AskView WithSimilar(SimilarReads reads, Language language) => this with { Between = Advice.IsRed ? [] : reads.To(Input.Text, language) };

    public static async Task<AskView> OfAsync(AskForm input, Advice advice, CatalogueCopy catalogue, AskGate gate, CancellationToken cancellationToken) =>
        new(input, advice, await TreeAsync(catalogue, cancellationToken), await gate.ClosedAsync(cancellationToken));

    /// <summary>Without the database the form still opens, with "Vet ikke" alone.</summary>
    private static async Task<TopicTree?> TreeAsync(CatalogueCopy catalogue, CancellationToken cancellationToken)
    {
        try
        {
            return (await catalogue.ReadAsync(cancellationToken)).Topics;
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            return null;
        }
    }
}
