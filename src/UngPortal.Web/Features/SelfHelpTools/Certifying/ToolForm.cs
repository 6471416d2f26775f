using System.ComponentModel.DataAnnotations;
using System.Globalization;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The facts of a tool as they are written; what is left empty is unknown. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed partial class ToolForm
{
    private const int Kept = 20_000;

    [StringLength(Kept)]
    public string? Navn { get; set; }

    public Texts Kort { get; set; } = new();

    public Texts Lang { get; set; } = new();

    public Texts MerHjelp { get; set; } = new();

    public Texts Data { get; set; } = new();

    [StringLength(Kept)]
    public string? Leverandor { get; set; }

    public bool LeverandorSikker { get; set; }

    [StringLength(Kept)]
    public string? Fagmiljo { get; set; }

    public List<ToolPlatform> Plattformer { get; init; } = [];

    [StringLength(Kept)]
    public string? Nettside { get; set; }

    [StringLength(Kept)]
    public string? AppStore { get; set; }

    [StringLength(Kept)]
    public string? PlayStore { get; set; }

    [StringLength(Kept)]
    public string? Personvern { get; set; }

    [StringLength(Kept)]
    public string? Utgave { get; set; }

    public List<string> Sprak { get; init; } = [];

    [StringLength(Kept)]
    public string? Alder { get; set; }

    public List<string> Temaer { get; init; } = [];

    public List<string> Tjenester { get; init; } = [];

    public ToolEvidence Evidens { get; set; }

    public ToolPrice Pris { get; set; }

    public bool? Innlogging { get; set; }

    public bool? UtenNett { get; set; }

    /// <summary>The version that was opened; another's save in between shows as a conflict.</summary>
    public int Versjon { get; set; }

    public static ToolForm Of(Tool tool)
    {
        var facts = tool.Facts;
        return new()
        {
            Navn = facts.Name,
            Kort = Texts.Of(facts.Summary),
            Lang = Texts.Of(facts.Description),
            MerHjelp = Texts.Of(facts.SeekMore),
            Data = Texts.Of(facts.DataCollected),
            Leverandor = facts.Supplier,
            LeverandorSikker = facts.IsSupplierCertain,
            Fagmiljo = facts.ResponsibleBody,
            Plattformer = [.. facts.Platforms],
            Nettside = facts.Website,
            AppStore = facts.AppStore,
            PlayStore = facts.PlayStore,
            Personvern = facts.PrivacyPolicy,
            Utgave = facts.Release,
            Sprak = [.. facts.Languages],
            Alder = facts.MinimumAge?.ToString(CultureInfo.InvariantCulture),
            Temaer = [.. facts.Topics],
            Tjenester = [.. facts.Services],
            Evidens = facts.Evidence,
            Pris = facts.Price,
            Innlogging = facts.NeedsLogin,
            UtenNett = facts.WorksOffline,
            Versjon = tool.Version,
        };
    }

    /// <summary>The facts with what is written; what has no field stays.</summary>
    public ToolFacts WriteTo(ToolFacts facts) => facts with
    {
        Name = Navn!.Trim(),
        Summary = Kort.ToText(),
        Description = Lang.ToText(),
        SeekMore = MerHjelp.ToText(),
        DataCollected = Data.ToText(),
        Supplier = Trimmed(Leverandor),
        IsSupplierCertain = LeverandorSikker,
        ResponsibleBody = Trimmed(Fagmiljo),
        Platforms = [.. Plattformer.Distinct().Order()],
        Website = Trimmed(Nettside),
        AppStore = Trimmed(AppStore),
        PlayStore = Trimmed(PlayStore),
        PrivacyPolicy = Trimmed(Personvern),
        Release = Trimmed(Utgave) ?? "",
        Languages = [.. Sprak.Distinct()],
        MinimumAge = AgeOf(Alder),
        Topics = [.. Temaer.Distinct()],
        Services = [.. Tjenester.Distinct()],
        Evidence = Evidens,
        Price = Pris,
        NeedsLogin = Innlogging,
        WorksOffline = UtenNett,
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int? AgeOf(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= ToolFacts.AgeMost ? age : null;

    /// <summary>One text in the three languages; bokmål stands in for what is left out.</summary>
    public sealed class Texts
    {
        [StringLength(Kept)]
        public string? Nb { get; set; }

        [StringLength(Kept)]
        public string? Nn { get; set; }

        [StringLength(Kept)]
        public string? En { get; set; }

        public static Texts Of(LocalizedText text) => new() { Nb = text.GetValueOrDefault("nb"), Nn = text.GetValueOrDefault("nn"), En = text.GetValueOrDefault("en") };

        public LocalizedText ToText() => new(Pairs().Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value!)));

        /// <summary>What is written, by language code.</summary>
        public IEnumerable<KeyValuePair<string, string?>> Pairs() => [new("nb", Trimmed(Nb)), new("nn", Trimmed(Nn)), new("en", Trimmed(En))];
    }
}
