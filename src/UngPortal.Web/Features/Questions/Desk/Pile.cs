namespace UngPortal.Features.Questions.Desk;

/// <summary>Goes through a pile one by one: what was left lies behind the others until it is its turn again.</summary>
public static class Pile
{
    /// <summary>Nobody leaves more than this.</summary>
    public const int Most = 500;

    public static Guid? Next(List<Guid> inOrder, Guid? left)
    {
        var next = left is { } one ? inOrder.IndexOf(one) + 1 : 0;
        return inOrder.Count == 0 ? null : inOrder[next % inOrder.Count];
    }
}
