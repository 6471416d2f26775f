using System.Text;

namespace UngPortal.Features.Search.Engine;

/// <summary>The editors' own word lists, read once at start.</summary>
public sealed record SearchLexicon(SynonymList Synonyms, CrisisTerms Crisis)
{
    /// <summary>Reads <c>synonyms.txt</c> and <c>crisis-terms.txt</c> from the folder; both must be there.</summary>
    public static SearchLexicon Load(string folder) => new(
        SynonymList.Parse(File.ReadLines(Path.Combine(folder, "synonyms.txt"), Encoding.UTF8)),
        CrisisTerms.Parse(File.ReadLines(Path.Combine(folder, "crisis-terms.txt"), Encoding.UTF8)));
}
