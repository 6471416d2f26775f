namespace UngPortal.Platform.Media.Films;

/// <summary>A caption.</summary>
/// <param name="Line">The line of its timing, from 1.</param>
/// <param name="From">When it appears, in milliseconds.</param>
/// <param name="To">When it goes, in milliseconds.</param>
/// <param name="Settings">Where it stands, as the file says it; may be empty.</param>
/// <param name="Text">What it says; lines parted by a line feed.</param>
public sealed record WebVttCue(int Line, int From, int To, string Settings, string Text)
{
    private const double Second = 1_000;

    /// <summary>Letters a second; a line break counts as one.</summary>
    public double Speed => Text.Length / ((To - From) / Second);
}
