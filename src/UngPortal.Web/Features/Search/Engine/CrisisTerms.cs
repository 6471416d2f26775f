using UngPortal.Features.Safety;

namespace UngPortal.Features.Search.Engine;

/// <summary>Queries that mean somebody may be in danger. How a line is written stands in <c>crisis-terms.txt</c>.</summary>
public sealed class CrisisTerms
{
    private readonly CrisisPhrases terms;
    private readonly CrisisPhrases aboutFriends;

    private CrisisTerms(CrisisPhrases terms, CrisisPhrases aboutFriends)
    {
        this.terms = terms;
        this.aboutFriends = aboutFriends;
    }

    public int Count => terms.Count;

    public static CrisisTerms Parse(IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.Trim()).ToList();
        CrisisPhrases Those(Func<string, bool> are) => CrisisPhrases.Read("crisis-terms.txt", all.Select(line => are(line) ? line : ""));
        return new CrisisTerms(Those(line => !line.StartsWith('&')), Those(line => line.StartsWith('&')));
    }

    public bool Match(string text) => terms.StandIn(text);

    /// <summary>Whether the one in danger seems to be somebody whom the reader knows; to be asked of a text that matches.</summary>
    public bool IsAboutFriend(string text) => aboutFriends.StandIn(text);
}
