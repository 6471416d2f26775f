namespace UngPortal.Features.Publishing;

/// <summary>The draft that somebody has open of a text.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Name">Who wrote in it last.</param>
/// <param name="House">Whose it is.</param>
/// <param name="ChangedAt">When somebody last wrote in it, UTC.</param>
/// <param name="MayOpen">Whether the one who asks may open it.</param>
/// <param name="IsOwn">Whether the one who asks wrote in it last.</param>
public sealed record OpenDraft(int Id, string Title, string Name, string House, DateTime ChangedAt, bool MayOpen, bool IsOwn);
