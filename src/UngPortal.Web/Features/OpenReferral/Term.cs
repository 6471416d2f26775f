using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>A term by which services are sorted.</summary>
/// <param name="Taxonomy">Whose it is.</param>
/// <param name="Key">A slug, unique within its taxonomy.</param>
/// <param name="ParentKey">The term above it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it stands for.</param>
public sealed record Term(TaxonomyKind Taxonomy, string Key, string? ParentKey, LocalizedText Name, LocalizedText Description)
{
    /// <summary>The same for as long as the key is.</summary>
    public Guid Id { get; } = IdOf(Taxonomy, Key);

    public Guid? ParentId { get; } = ParentKey is null ? null : IdOf(Taxonomy, ParentKey);

    private static Guid IdOf(TaxonomyKind taxonomy, string key) => OpenReferralId.Of("taxonomy_term", Taxonomies.KeyOf(taxonomy), key);
}
