using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>The configuration section <c>Media:Pictures</c>.</summary>
public sealed record PictureOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Media:Pictures";

    /// <summary>How long the work on one picture may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);
}
