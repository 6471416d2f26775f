using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Shared;

/// <summary>The configuration section <c>Controller</c>: who answers for the data, as the privacy page must say. All may be missing in a trial; the page then says so.</summary>
public sealed record ControllerOptions
{
    public const string Section = "Controller";

    [StringLength(200)]
    public string? Name { get; init; }

    /// <summary>An e-mail address, an https address, or words such as a postal address.</summary>
    [StringLength(200)]
    public string? Contact { get; init; }

    /// <summary>For how many days those who run the site keep its log.</summary>
    [Range(1, 3650)]
    public int? LogRetentionDays { get; init; }

    /// <summary>The settings that are not filled in.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. new[] { (nameof(Name), Name), (nameof(Contact), Contact), (nameof(LogRetentionDays), LogRetentionDays?.ToString(System.Globalization.CultureInfo.InvariantCulture)) }
            .Where(setting => string.IsNullOrWhiteSpace(setting.Item2)).Select(setting => $"{Section}__{setting.Item1}"),
    ];
}
