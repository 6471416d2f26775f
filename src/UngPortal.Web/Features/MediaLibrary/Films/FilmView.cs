using System.Globalization;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>What the page of a film shows beside its forms.</summary>
public sealed record FilmView
{
    public required Film Film { get; init; }

    public required string House { get; init; }

    public required string UploadedBy { get; init; }

    public required IReadOnlyList<MediaUse> Uses { get; init; }

    public required IReadOnlyList<(string Name, string Text)> Posters { get; init; }

    /// <summary>Whether this machine can make films.</summary>
    public required bool HasTools { get; init; }

    /// <summary>Whether it changes by itself, so that it is worth to look again.</summary>
    public bool IsOnItsWay => Film.State is FilmState.Waiting or FilmState.Transcoding;

    /// <summary>Minutes and seconds, as players write them.</summary>
    public static string Length(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
