namespace UngPortal.Features.Search;

/// <summary>A text that is like another.</summary>
/// <param name="Key">Such as <c>question:123456</c>.</param>
/// <param name="Kind">Such as <c>question</c>.</param>
/// <param name="Path">Its address without language prefix.</param>
/// <param name="Title">In the language of the version that readers of the asked language are shown.</param>
/// <param name="Language">The code of that language.</param>
/// <param name="Share">From 0 to 1: how much of the weight of the asked text's telling words is in it.</param>
public sealed record NearText(string Key, string Kind, string Path, string Title, string Language, double Share);
