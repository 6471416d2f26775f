namespace UngPortal.Features.Search.Engine;

/// <summary>What a query's text asks for.</summary>
internal sealed record QueryPlan(IReadOnlyList<QuerySlot> Slots, string? DidYouMean, bool IsCrisis)
{
    public int Demanded => Slots.Count(slot => !slot.IsWeak);

    /// <summary>Every stem that counts as a match in a title or snippet.</summary>
    public HashSet<string> MatchingStems() =>
        [.. Slots.SelectMany(slot => slot.Wordings).Where(wording => wording.Weight >= 0.2f).SelectMany(wording => wording.Stems).Where(stem => !SmallWords.AreDropped(stem))];
}
