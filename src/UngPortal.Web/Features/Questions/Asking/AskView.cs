using UngPortal.Features.Publications;
using UngPortal.Features.Search;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Asking;

/// <summary>All that the form shows besides what was typed. Nobody knows the topics while the database is away.</summary>
public sealed record AskView(AskForm Input, Advice Advice, IReadOnlyList<AskView.Group> Topics, IReadOnlySet<string>? TopicSlugs, string? Closed, string? ClosedLanguage)
{
    /// <summary>What might answer the question already, shown once between writing and sending.</summary>
    public IReadOnlyList<NearText> Between { get; init; } = [];

    /// <summary>Those in distress go straight on.</summary>
    public AskView WithSimilar(SimilarReads reads, Language language) => this with { Between = Advice.IsRed ? [] : reads.To(Input.Text, language) };

    public static async Task<AskView> OfAsync(AskForm input, Advice advice, CatalogueCopy catalogue, AskGate gate, Language language, CancellationToken cancellationToken)
    {
        var tree = await TreeAsync(catalogue, cancellationToken);
        var closed = await gate.ClosedAsync(cancellationToken);
        var groups = tree?.Roots.Select(root => new Group(root.Name, [.. tree.All.Where(topic => topic.Depth > 1 && topic.RootSlug == root.Slug)])).ToList() ?? [];
        return new AskView(
            input, advice, groups, tree is null ? null : groups.SelectMany(group => group.Topics).Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal),
            closed?.Text.In(language), closed?.Text.LanguageOf(language));
    }

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

    public sealed record Group(LocalizedText Name, IReadOnlyList<Topic> Topics);
}
