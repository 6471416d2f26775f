namespace UngPortal.Features.Search.Engine;

/// <summary>Another process has the search index's folder open.</summary>
public sealed class SearchIndexLockedException : IOException
{
    public SearchIndexLockedException()
    {
    }

    public SearchIndexLockedException(string message)
        : base(message)
    {
    }

    public SearchIndexLockedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
