using UngPortal.Features.Search.Engine;

namespace UngPortal.Features.Search;

/// <summary>Tells whether a text speaks of suicide, self-harm or the like, by the words that bring help first in a search.</summary>
public sealed class CrisisWords(SearchLexicon lexicon)
{
    public bool AreIn(string text) => lexicon.Crisis.Match(text);
}
