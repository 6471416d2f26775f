namespace UngPortal.Features.Api.Answering;

/// <summary>Writes what HSDS wants to know of a page.</summary>
internal static class PageWriter
{
    public static PageDocument<T> Write<T>(IReadOnlyList<T> contents, int total, int number, int size)
    {
        var pages = (total + size - 1) / size;
        return new() { TotalItems = total, TotalPages = pages, PageNumber = number, Size = contents.Count, FirstPage = number == 1, LastPage = number >= pages, Empty = contents.Count == 0, Contents = contents };
    }
}
