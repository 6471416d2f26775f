using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety;

/// <summary>A list of phrases for short texts such as queries, in the language of the detector's patterns. Here a word stands for its inflections too, and a text is one sentence.</summary>
public sealed class CrisisPhrases
{
    private readonly QueryPhrases phrases;

    private CrisisPhrases(QueryPhrases phrases) => this.phrases = phrases;

    /// <summary>How many there are, harmless ones left out.</summary>
    public int Count => phrases.Count;

    /// <summary>Reads lines; <c>!</c> begins a harmless phrase, which counts only as it is written. A <see cref="FormatException"/> names the file and the line that can't be read.</summary>
    public static CrisisPhrases Read(string file, IEnumerable<string> lines) => new(new QueryPhrases(PatternLine.In(file, lines)));

    /// <summary>Whether one of them stands in the text; only its first words are read.</summary>
    public bool StandIn(string text) => phrases.StandIn(text);

    /// <summary>Whether one of them stands in a sentence of the text, however long it is.</summary>
    public bool StandAnywhereIn(string text) => phrases.StandAnywhereIn(text);
}
