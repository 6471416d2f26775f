using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>What a local service is called, and where it stands: many have one name.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Name">Its name.</param>
/// <param name="Town">The name of its municipality.</param>
/// <param name="Type">The key of its type.</param>
public sealed record LocalName(string Slug, LocalizedText Name, string Town, string Type)
{
    /// <summary>The name and the place, where the name doesn't say it.</summary>
    public string In(Language language) => Name.In(language) is var name && (Town.Length == 0 || name.Contains(Town, StringComparison.OrdinalIgnoreCase)) ? Name.In(language) : $"{Name.In(language)}, {Town}";
}
