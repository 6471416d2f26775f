using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions.Answering;

/// <summary>The answer as its author types it, and what is done with it.</summary>
public sealed class AnswerForm
{
    /// <summary>The version of an answer that nobody has written in.</summary>
    public const int NotBegun = -1;

    private const int FieldMaxLength = 20_000;

    [StringLength(FieldMaxLength)]
    public string? Hilsen { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Kort { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Forklaring { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Gjor { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Avslutning { get; set; }

    [MaxLength(10)]
    public string[]? Artikkel { get; set; }

    [MaxLength(10)]
    public string[]? Tjeneste { get; set; }

    /// <summary>The ticks of the checklist.</summary>
    public bool SvarerPa { get; set; }

    public bool IkkeDiagnose { get; set; }

    public bool IkkeMetode { get; set; }

    /// <summary>What the author wants to know more about.</summary>
    [StringLength(FieldMaxLength)]
    public string? Mer { get; set; }

    public DeclineReason? Grunn { get; set; }

    /// <summary>The answer's version that the page showed.</summary>
    public int Versjon { get; set; }

    /// <summary>What is done: <c>lagre</c>, <c>send</c>, <c>slipp</c>, <c>mer</c>, <c>annen</c>, <c>avvis</c> or <c>vern</c>.</summary>
    [StringLength(20)]
    public string? Steg { get; set; }

    public bool HasTicks => SvarerPa && IkkeDiagnose && IkkeMetode;

    public static AnswerForm Of(AnswerContent content, int version) => new()
    {
        Hilsen = content.Greeting,
        Kort = content.Brief,
        Forklaring = content.Explanation,
        Gjor = content.DoNow,
        Avslutning = content.Closing,
        Artikkel = [.. content.Articles],
        Tjeneste = [.. content.Services],
        Versjon = version,
    };

    public AnswerContent ToContent() => new()
    {
        Greeting = AskedText.Clean(Hilsen),
        Brief = AskedText.Clean(Kort),
        Explanation = AskedText.Clean(Forklaring),
        DoNow = AskedText.Clean(Gjor),
        Closing = AskedText.Clean(Avslutning),
        Articles = Chosen(Artikkel, AnswerContent.MostArticles),
        Services = Chosen(Tjeneste, AnswerContent.MostServices),
    };

    private static List<string> Chosen(string[]? slugs, int most) => [.. (slugs ?? []).OfType<string>().Where(slug => slug.Length is > 0 and <= 100).Distinct().Take(most)];
}
