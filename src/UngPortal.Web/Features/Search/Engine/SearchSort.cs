namespace UngPortal.Features.Search.Engine;

public enum SearchSort
{
    Relevance,
    Newest,
}
