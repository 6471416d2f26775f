using UngPortal.Features.Topics;

namespace UngPortal.Features.Services.Finding;

/// <summary>What at least one listed local service has told: only that can be asked for, since a filter that nobody fits would be dishonest.</summary>
/// <param name="Topics">Slugs.</param>
/// <param name="Languages">Codes.</param>
/// <param name="Access">Facts about getting in and along.</param>
/// <param name="Places">Where those lie who told it.</param>
public sealed record FinderChoices(IReadOnlySet<string> Topics, IReadOnlySet<string> Languages, IReadOnlySet<string> Access, ToldPlaces Places)
{
    public static readonly FinderChoices None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), new());

    /// <summary>Those that can be chosen, and the one that is.</summary>
    public IReadOnlyList<string> LanguagesWith(string? chosen) => [.. SpokenLanguages.All.Where(code => code == chosen || Languages.Contains(code))];

    public IReadOnlyList<string> AccessWith(string? chosen) => [.. ToldFacts.Access.Where(fact => fact == chosen || Access.Contains(fact))];

    /// <summary>The topics told, those above them, and the one that is chosen.</summary>
    public IReadOnlyList<Topic> TopicsWith(string? chosen, TopicTree tree)
    {
        var about = Topics.Select(tree.Find).OfType<Topic>().ToList();
        return [.. tree.All.Where(topic => topic.Slug == chosen || about.Exists(own => own.IsWithin(topic)))];
    }
}
