namespace UngPortal.Features.OpenReferral;

/// <summary>The taxonomies: their keys, ids and texts.</summary>
public static class Taxonomies
{
    public const string Version = "1";

    public static readonly IReadOnlyList<TaxonomyKind> All = [TaxonomyKind.Topic, TaxonomyKind.Type, TaxonomyKind.Kind];

    /// <summary>Its name in ids and links.</summary>
    public static string KeyOf(TaxonomyKind taxonomy) => taxonomy switch
    {
        TaxonomyKind.Topic => "topic",
        TaxonomyKind.Type => "type",
        _ => "kind",
    };

    public static Guid IdOf(TaxonomyKind taxonomy) => OpenReferralId.Of("taxonomy", KeyOf(taxonomy));

    public static TaxonomyDocument Document(TaxonomyKind taxonomy, DocumentSetting setting)
    {
        var (name, about) = taxonomy switch
        {
            TaxonomyKind.Topic => (setting.Texts["Hsds_Topics"], setting.Texts["Hsds_TopicsAbout"]),
            TaxonomyKind.Type => (setting.Texts["Hsds_Types"], setting.Texts["Hsds_TypesAbout"]),
            _ => (setting.Texts["Hsds_Kinds"], setting.Texts["Hsds_KindsAbout"]),
        };
        return new() { Id = IdOf(taxonomy), Name = name, Description = about, Uri = taxonomy == TaxonomyKind.Topic ? setting.Address("/tema") : null, Version = Version };
    }
}
