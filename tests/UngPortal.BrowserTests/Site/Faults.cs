namespace UngPortal.BrowserTests.Site;

/// <summary>An assertion that shows every fault in full, each once.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string> faults)
    {
        var groups = faults.GroupBy(fault => fault, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} × {group.Key}").ToList();
        Assert.True(groups.Count == 0, string.Join(Environment.NewLine, groups));
    }
}
