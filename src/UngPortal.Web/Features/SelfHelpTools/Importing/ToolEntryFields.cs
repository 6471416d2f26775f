using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.SelfHelpTools.Importing;

/// <summary>The keys of one entry of <c>content/tools/tools.yml</c>.</summary>
internal sealed class ToolEntryFields(YamlFields fields, IReadOnlySet<string> topics, IReadOnlySet<string> services)
{
    public (string Slug, ToolFacts Facts) Read()
    {
        var slug = fields.Text("id", Slug.MaxLength);
        Demand("id", Slug.IsValid(slug) && !Tool.TakenSlugs.Contains(slug), "'id' must be a slug (lower-case letters a to z, digits and hyphens) that is no page of its own.");
        var supplier = fields.Map("supplier");
        var facts = new ToolFacts
        {
            Name = fields.Text("name", ToolFacts.NameMaxLength),
            Summary = fields.Localized("summary", maxLength: ToolFacts.SummaryMaxLength),
            Description = fields.Localized("description", maxLength: ToolFacts.TextMaxLength),
            SeekMore = fields.Localized("seekMore", required: false, maxLength: ToolFacts.TextMaxLength),
            Supplier = supplier?.Text("name", ToolFacts.NameMaxLength),
            IsSupplierCertain = supplier?.OptionalText("isCertain") == "yes",
            ResponsibleBody = fields.OptionalText("responsibleBody", ToolFacts.NameMaxLength),
            Platforms = [.. fields.List("platforms").Select(Platform)],
            Website = Address("website"),
            AppStore = Address("appStore"),
            PlayStore = Address("playStore"),
            PrivacyPolicy = Address("privacyPolicy"),
            Release = fields.OptionalText("release", ToolFacts.ReleaseMaxLength) ?? "",
            Languages = Languages(),
            MinimumAge = fields.OptionalText("minimumAge") is null ? null : fields.Number("minimumAge"),
            Topics = fields.Slugs("topics", topics),
            Evidence = fields.OneOf<ToolEvidence>("evidence", ToolEvidence.Unknown),
            Price = fields.OneOf<ToolPrice>("price", ToolPrice.Unknown),
            NeedsLogin = YesOrNo("login"),
            WorksOffline = YesOrNo("offline"),
            DataCollected = fields.Localized("dataCollected", required: false, maxLength: ToolFacts.TextMaxLength),
            Services = fields.Slugs("services", services),
        };
        Demand("platforms", facts.Platforms.Count > 0, "'platforms' must name at least one of web, ios and android.");
        Demand("website", (facts.Website ?? facts.AppStore ?? facts.PlayStore) is not null, "An entry needs a website or a store link.");
        supplier?.RefuseTheRest();
        fields.RefuseTheRest();
        return (slug, facts);
    }

    private ToolPlatform Platform(string word)
    {
        Demand("platforms", Enum.TryParse<ToolPlatform>(word, ignoreCase: true, out var platform) && Enum.IsDefined(platform), $"'{word}' is none of web, ios and android.");
        return platform;
    }

    private string[] Languages()
    {
        string[] languages = [.. fields.List("languages")];
        Demand("languages", languages.All(ToolFacts.KnownLanguages.Contains), $"'languages' must be among {string.Join(", ", ToolFacts.KnownLanguages)}.");
        return languages;
    }

    private string? Address(string key)
    {
        var address = fields.OptionalText(key, ToolFacts.AddressMaxLength);
        Demand(key, address is null || ToolAddress.IsSafe(address), $"'{key}' must begin with https://.");
        return address;
    }

    private bool? YesOrNo(string key)
    {
        var word = fields.OptionalText(key);
        Demand(key, word is null or "yes" or "no", $"'{key}' must be yes or no; leave it out when nobody knows.");
        return word is null ? null : word == "yes";
    }

    private void Demand(string key, bool holds, string message)
    {
        if (!holds)
        {
            fields.Problem(key, message);
        }
    }
}
