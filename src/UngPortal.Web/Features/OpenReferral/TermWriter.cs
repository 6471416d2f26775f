using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes the terms of taxonomies.</summary>
public static class TermWriter
{
    public static TaxonomyTermDocument Write(Term term, DocumentSetting setting)
    {
        var (name, about) = TextsOf(term, setting);
        var taxonomy = Taxonomies.Document(term.Taxonomy, setting);
        return new()
        {
            Id = term.Id,
            Code = term.Key,
            Name = name,
            Description = about.Length > 0 ? about : name,
            ParentId = term.ParentId,
            Taxonomy = taxonomy.Name,
            TaxonomyId = taxonomy.Id,
            TermUri = term.Taxonomy == TaxonomyKind.Topic ? setting.Address($"/tema/{term.Key}") : null,
            Language = term.Name.Count > 0 ? term.Name.LanguageOf(setting.Language) : setting.Language.Code,
        };
    }

    private static (string Name, string About) TextsOf(Term term, DocumentSetting setting) => term.Taxonomy != TaxonomyKind.Kind
        ? (term.Name.In(setting.Language), term.Description.In(setting.Language))
        : term.Key switch
        {
            _ when term.Key == TermBook.KeyOf(ServiceKind.Emergency) => (setting.Texts["Services_Emergency"], setting.Texts["Hsds_EmergencyAbout"]),
            _ when term.Key == TermBook.KeyOf(ServiceKind.Helpline) => (setting.Texts["Services_Talk"], setting.Texts["Hsds_HelplineAbout"]),
            _ when term.Key == TermBook.KeyOf(ServiceKind.Practical) => (setting.Texts["HelpNow_Practical"], setting.Texts["Hsds_PracticalAbout"]),
            _ => (setting.Texts["Hsds_Local"], setting.Texts["Hsds_LocalAbout"]),
        };
}
