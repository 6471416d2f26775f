namespace UngPortal.Features.Search.Engine;

/// <summary>One thing asked for and the ways in which a document may say it.</summary>
internal sealed class QuerySlot(bool isWeak = false)
{
    private readonly Dictionary<string, Wording> wordings = new(StringComparer.Ordinal);

    public bool IsWeak { get; } = isWeak;

    public IReadOnlyCollection<Wording> Wordings => wordings.Values;

    public void Add(float weight, bool inOrder, params string[] stems)
    {
        var key = string.Join(' ', stems);
        if (stems.Length > 0 && (!wordings.TryGetValue(key, out var known) || known.Weight < weight))
        {
            wordings[key] = new Wording(stems, weight, inOrder);
        }
    }

    /// <summary>Stems that a document must all have, next to one another when <paramref name="InOrder"/>.</summary>
    internal sealed record Wording(string[] Stems, float Weight, bool InOrder);
}
