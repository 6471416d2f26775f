using UngPortal.Testing;

namespace UngPortal.Benchmarks.Scale;

/// <summary>The site in this process on a kept folder. Its clock stands still, so that a filled database never grows older.</summary>
internal sealed class FilledSite : PortalApp
{
    private readonly string _folder;

    /// <param name="folder">Where database, keys and search index lie.</param>
    /// <param name="rendersAnew">Whether pages are rendered whenever they are asked for, with the search index beside them; else nothing works in the background.</param>
    public FilledSite(string folder, bool rendersAnew = false)
    {
        _folder = folder;
        With("Questions:AsksPerTenMinutes", "100000");
        if (rendersAnew)
        {
            With("PageCache:MaxEntries", "1");
        }
        else
        {
            WithoutWorkers();
        }
    }

    protected override bool KeepsDatabase => true;

    protected override TestDatabase CreateDatabase() => TestDatabase.In(_folder);
}
