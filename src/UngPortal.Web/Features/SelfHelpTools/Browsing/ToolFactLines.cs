using Microsoft.Extensions.Localization;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools.Browsing;

/// <summary>The facts as rows of a table, the same for a tool's own page and for comparing; what nobody knows is said so.</summary>
public static class ToolFactLines
{
    public static IReadOnlyList<Line> Of(ToolFacts facts, IStringLocalizer texts, Language language)
    {
        string Unknown() => texts["Tool_Unknown"];
        string YesOrNo(bool? known) => known switch { true => texts["Yes"], false => texts["No"], null => Unknown() };
        string List(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : Unknown();
        var data = facts.DataCollected.In(language);
        return
        [
            new(texts["Tool_Supplier"], facts.Supplier is not { } supplier ? Unknown() : facts.IsSupplierCertain ? supplier : texts["Tool_Unsure", supplier]),
            new(texts["Tool_Body"], facts.ResponsibleBody ?? Unknown()),
            new(texts["Tools_Platform"], List(facts.Platforms.Select(platform => texts["ToolPlatform_" + platform].Value))),
            new(texts["Tool_Languages"], List(facts.Languages.Select(code => texts["ToolLanguage_" + code].Value))),
            new(texts["Tool_Age"], facts.MinimumAge is { } age ? texts["Tools_Years", age] : Unknown()),
            new(texts["Tool_Evidence"], texts["ToolEvidence_" + facts.Evidence]),
            new(texts["Tools_Price"], facts.Price == ToolPrice.Unknown ? Unknown() : texts["ToolPrice_" + facts.Price]),
            new(texts["Tool_Login"], YesOrNo(facts.NeedsLogin)),
            new(texts["Tool_Data"], data.Length > 0 ? data : Unknown(), data.Length > 0 && facts.DataCollected.LanguageOf(language) != language.Code ? facts.DataCollected.LanguageOf(language) : null),
            new(texts["Tool_Offline"], YesOrNo(facts.WorksOffline)),
        ];
    }

    /// <summary>A row; the language is given where it is not the page's.</summary>
    public sealed record Line(string Name, string Value, string? Language = null);
}
