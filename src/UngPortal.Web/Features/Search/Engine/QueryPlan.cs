namespace UngPortal.Features.Search.Engine;

/// <summary>What a query's text asks for.</summary>
internal sealed record QueryPlan(IReadOnlyList<QuerySlot> Slots, string? DidYouMean, bool IsCrisis, bool IsAboutFriend)
{
    public int Demanded => Slots.Count(slot => !slot.IsWeak);

    /// <summary>A weak slot only helps the order of hits, unless there are no others.</summary>
    public bool IsDemanded(QuerySlot slot) => !slot.IsWeak || Demanded == 0;

    /// <summary>Every stem that counts as a match in a title or snippet.</summary>
    public HashSet<string> MatchingStems() =>
        [.. Slots.SelectMany(slot => slot.Wordings).Where(wording => wording.Weight >= 0.2f).SelectMany(wording => wording.Stems).Where(stem => !SmallWords.AreStemsOfDropped(stem))];
}
