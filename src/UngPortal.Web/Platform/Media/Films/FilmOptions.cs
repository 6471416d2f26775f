using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Media.Films;

/// <summary>The configuration section <c>Media:Films</c>.</summary>
public sealed record FilmOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Media:Films";

    private const long Megabyte = 1024 * 1024;

    /// <summary>The program that makes films: a name to look for in PATH, or a path.</summary>
    [Required]
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>The program that looks into films: a name to look for in PATH, or a path.</summary>
    [Required]
    public string Ffprobe { get; init; } = "ffprobe";

    /// <summary>The largest film that may be uploaded, in megabytes.</summary>
    [Range(1, 10_000)]
    public int Megabytes { get; init; } = 500;

    /// <summary>How much one organisation may have uploaded in all, in megabytes.</summary>
    [Range(1, 10_000_000)]
    public int OrganisationMegabytes { get; init; } = 20_000;

    /// <summary>How long the work on one film may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "12:00:00")]
    public TimeSpan Limit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The largest film, in bytes.</summary>
    public long BytesMost => Megabytes * Megabyte;

    /// <summary>An organisation's quota, in bytes.</summary>
    public long OrganisationBytesMost => OrganisationMegabytes * Megabyte;
}
