using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions.Answering;

/// <summary>An answer's sections and what they lead to, as somebody types them: the same in the answer editor, before publishing and in a correction.</summary>
public abstract class AnswerFields
{
    protected const int FieldMaxLength = 20_000;

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

    [MaxLength(20)]
    public string[]? Tjeneste { get; set; }

    /// <summary>What local service is searched for; never saved.</summary>
    [StringLength(FieldMaxLength)]
    public string? TjenesteSok { get; set; }

    /// <summary>Whether the page is only to show what the search found, and what was ticked of it, with everything that was typed.</summary>
    public bool IsSearch => Steg == "finn";

    /// <summary>The chosen services, however many.</summary>
    public IReadOnlyList<string> AllServices => Chosen(Tjeneste, int.MaxValue);

    /// <summary>Whether more is chosen than an answer leads to: the rest would be lost.</summary>
    public bool HasTooManyServices => AllServices.Count > AnswerContent.MostServices;

    /// <summary>The version of what the page showed.</summary>
    public int Versjon { get; set; }

    /// <summary>Which of the page's buttons was pressed.</summary>
    [StringLength(20)]
    public string? Steg { get; set; }

    public void Fill(AnswerContent content, int version)
    {
        (Hilsen, Kort, Forklaring, Gjor, Avslutning) = (content.Greeting, content.Brief, content.Explanation, content.DoNow, content.Closing);
        (Artikkel, Tjeneste, Versjon) = ([.. content.Articles], [.. content.Services], version);
    }

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
