namespace UngPortal.Features.Shared;

/// <summary>Links to the other pages of a list; numbers count from 1.</summary>
public sealed record Pager(string Path, IReadOnlyList<KeyValuePair<string, string>> Query, int Number, int Total, int Size)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public bool IsBeyondTheEnd => Number > Last;

    /// <summary>The numbers to show: the ends, the current one and its neighbours; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var shown = Enumerable.Range(1, Last).Where(number => number == 1 || number == Last || Math.Abs(number - Number) <= 1).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] - shown[i - 1] > 1)
            {
                yield return 0;
            }

            yield return shown[i];
        }
    }

    public string Link(int number)
    {
        var query = Query.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}").ToList();
        if (number > 1)
        {
            query.Add($"side={number}");
        }

        return query.Count == 0 ? Path : $"{Path}?{string.Join('&', query)}";
    }
}
