using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Features.Publications;
using UngPortal.Kernel;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>What the editor's page sends: one language version, and the fields that all versions share.</summary>
public sealed class DraftForm
{
    private const int FieldMaxLength = 20_000;
    private const int BodyFieldMaxLength = 200_000;

    /// <summary>The draft's version that the page showed.</summary>
    public int Versjon { get; set; }

    [StringLength(8)]
    public string? Sprak { get; set; }

    /// <summary>Longer texts are kept on the page and flagged, never cut.</summary>
    [StringLength(FieldMaxLength)]
    public string? Tittel { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Ingress { get; set; }

    [StringLength(BodyFieldMaxLength)]
    public string? Tekst { get; set; }

    public Sensitivity Sensitivitet { get; set; }

    public List<string> Alder { get; set; } = [];

    public List<string> Tema { get; set; } = [];

    [StringLength(FieldMaxLength)]
    public string? Illustrasjon { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Relatert { get; set; }

    public List<string> Tjenester { get; set; } = [];

    /// <summary>One source a line: title | publisher | address.</summary>
    [StringLength(FieldMaxLength)]
    public string? Kilder { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Opphav { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Lisens { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Notat { get; set; }

    public static DraftForm Of(Draft draft, string language)
    {
        var content = draft.Content;
        var text = content.In(language);
        return new DraftForm
        {
            Versjon = draft.Version,
            Sprak = language,
            Tittel = text.Title,
            Ingress = text.Ingress,
            Tekst = text.Body,
            Sensitivitet = content.Sensitivity,
            Alder = [.. content.AgeBands],
            Tema = [.. content.Topics],
            Illustrasjon = content.Illustration,
            Relatert = string.Join('\n', content.Related),
            Tjenester = [.. content.Services],
            Kilder = string.Join('\n', content.Sources.Select(source => $"{source.Title} | {source.Publisher} | {source.Url}")),
            Opphav = content.Creator,
            Lisens = content.Licence,
        };
    }

    /// <summary>The content with what was written here in the place of what it had.</summary>
    public DraftContent ApplyTo(DraftContent content, int bokmalRevision)
    {
        var language = Sprak!;
        var applied = content.With(language, new DraftContent.Text(
            (Tittel ?? "").Trim(), (Ingress ?? "").Trim(), (Tekst ?? "").Replace("\r\n", "\n", StringComparison.Ordinal), language == "nb" ? null : bokmalRevision));
        return applied with
        {
            Sensitivity = Sensitivitet,
            AgeBands = [.. Alder.Where(band => AgeBand.TryParse(band, out _)).Distinct(StringComparer.Ordinal)],
            Topics = [.. Tema.Distinct(StringComparer.Ordinal)],
            Illustration = string.IsNullOrWhiteSpace(Illustrasjon) ? null : Illustrasjon.Trim(),
            Related = Lines(Relatert),
            Services = [.. Tjenester.Distinct(StringComparer.Ordinal)],
            Sources = [.. Lines(Kilder).Select(SourceOf).OfType<PublicationFacts.Source>()],
            Creator = (Opphav ?? "").Trim(),
            Licence = (Lisens ?? "").Trim(),
        };
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static PublicationFacts.Source? SourceOf(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } title, { Length: > 0 } publisher, var url] && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new PublicationFacts.Source(title, publisher, url)
            : null;

    public sealed class Validator : AbstractValidator<DraftForm>
    {
        public Validator(IReadOnlySet<string> topics)
        {
            RuleFor(form => form.Sprak).Must(language => language is "nb" or "nn" or "en").WithMessage("Editor_Language_Unknown");
            RuleFor(form => form.Tittel).Must(text => LengthOf(text) <= Publication.TitleMaxLength).WithMessage("Publishing_Title_Long");
            RuleFor(form => form.Ingress).Must(text => LengthOf(text) <= Publication.IngressMaxLength).WithMessage("Editor_Ingress_Long");
            RuleFor(form => form.Tekst).Must(text => LengthOf(text) <= Publication.BodyMaxLength).WithMessage("Editor_Body_Long");
            RuleFor(form => form.Sensitivitet).IsInEnum().WithMessage("Editor_Sensitivity_Unknown");
            RuleFor(form => form.Tema).Must(chosen => chosen.Count <= DraftContent.TopicsMost).WithMessage("Editor_Topics_Many")
                .Must(chosen => chosen.TrueForAll(topics.Contains)).WithMessage("Editor_Topics_Unknown");
            RuleFor(form => form.Relatert).Must(text => Lines(text) is { Length: <= DraftContent.RelatedMost } lines && Array.TrueForAll(lines, slug => Slug.IsValid(slug))).WithMessage("Editor_Related_Wrong");
            RuleFor(form => form.Illustrasjon).Must(slug => string.IsNullOrWhiteSpace(slug) || Slug.IsValid(slug.Trim())).WithMessage("Editor_Illustration_Wrong");
            RuleFor(form => form.Kilder).Must(text => Lines(text) is { Length: <= DraftContent.SourcesMost } lines && Array.TrueForAll(lines, line => line.Length <= DraftContent.SourceMaxLength && SourceOf(line) is not null)).WithMessage("Editor_Sources_Wrong");
            RuleFor(form => form.Opphav).Must(text => LengthOf(text) <= DraftContent.CreatorMaxLength).WithMessage("Editor_Creator_Long");
            RuleFor(form => form.Lisens).Must(text => LengthOf(text) <= DraftContent.CreatorMaxLength).WithMessage("Editor_Creator_Long");
            RuleFor(form => form.Notat).Must(text => LengthOf(text) <= DraftRevision.NoteMaxLength).WithMessage("Editor_Note_Long");
        }

        private static int LengthOf(string? text) => (text ?? "").Trim().Length;
    }
}
