namespace UngPortal.Platform.Media.Films;

/// <summary>Something that is wrong with captions.</summary>
/// <param name="Line">The line, from 1; 0 for the whole.</param>
/// <param name="Kind">What is wrong.</param>
public readonly record struct WebVttFault(int Line, WebVttFaultKind Kind);
