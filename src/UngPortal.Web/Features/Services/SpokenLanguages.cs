namespace UngPortal.Features.Services;

/// <summary>The languages that one may be helped in: ISO 639-1 codes, or ISO 639-3 where there is no shorter one. Which ones there are names for decides which can be told.</summary>
public static class SpokenLanguages
{
    public static readonly IReadOnlyList<string> All =
    [
        "no", "en", "se", "smj", "sma", "fkv", "nsl", "am", "ar", "bs", "ckb", "da", "de", "es", "fa", "fi", "fil", "fr", "hi", "hr", "it", "kmr", "ku", "lt", "lv",
        "pa", "pl", "prs", "ps", "pt", "ro", "ru", "rw", "so", "sq", "sr", "sv", "sw", "ta", "th", "ti", "tr", "uk", "ur", "vi", "zh",
    ];

    private static readonly Dictionary<string, string> OtherCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nb"] = "no",
        ["nn"] = "no",
        ["nob"] = "no",
        ["nno"] = "no",
        ["nor"] = "no",
        ["eng"] = "en",
        ["sme"] = "se",
        ["ara"] = "ar",
        ["fas"] = "fa",
        ["per"] = "fa",
        ["pol"] = "pl",
        ["rus"] = "ru",
        ["som"] = "so",
        ["tir"] = "ti",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["urd"] = "ur",
    };

    /// <summary>The code as it is kept; null when the language isn't known.</summary>
    public static string? Find(string code) => OtherCodes.GetValueOrDefault(code) ?? All.FirstOrDefault(known => known.Equals(code, StringComparison.OrdinalIgnoreCase));
}
