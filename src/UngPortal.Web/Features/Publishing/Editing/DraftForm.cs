using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Markdown;

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

    /// <summary>Short names of articles, in order.</summary>
    public List<string> Relatert { get; set; } = [];

    /// <summary>Pictures of an illustration, in order: media names of those it has, names of the library for new ones.</summary>
    public List<string> Bilder { get; set; } = [];

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

    /// <summary>Ticked when the translation has what the bokmål text has now.</summary>
    public bool Ajour { get; set; }

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
            Relatert = [.. content.Related],
            Bilder = [.. content.Pictures.Select(picture => picture.Media)],
            Tjenester = [.. content.Services],
            Kilder = SourceLines.Of(content.Sources),
            Opphav = content.Creator,
            Lisens = content.Licence,
        };
    }

    /// <summary>The content with what was written here in the place of what it had.</summary>
    /// <param name="content">What it had.</param>
    /// <param name="library">The library's pictures that are named here and not yet in the content.</param>
    /// <param name="bokmalRevision">The revision that will hold the bokmål text of this moment; null when none is kept.</param>
    public DraftContent ApplyTo(DraftContent content, IReadOnlyList<LibraryPicture> library, int? bokmalRevision)
    {
        var language = Sprak is "nn" or "en" ? Sprak : "nb";
        var from = content.In(language).FromBokmal;
        from = language == "nb" ? null : from is null || Ajour ? bokmalRevision ?? from : from;
        return content.With(language, new DraftContent.Text(OneLine(Tittel), OneLine(Ingress), SourceText.Clean(Tekst ?? ""), from)) with
        {
            Sensitivity = Sensitivitet,
            AgeBands = [.. Alder.Where(band => AgeBand.TryParse(band, out _)).Distinct(StringComparer.Ordinal)],
            Topics = [.. Tema.Distinct(StringComparer.Ordinal)],
            Illustration = string.IsNullOrWhiteSpace(Illustrasjon) ? null : Illustrasjon.Trim(),
            Related = [.. Relatert.Distinct(StringComparer.Ordinal)],
            Services = [.. Tjenester.Where(Slug.IsValid).Distinct(StringComparer.Ordinal)],
            Sources = SourceLines.Read(SourceText.Clean(Kilder ?? "")),
            Pictures = [.. Bilder.Select(name => PictureOf(name, content, library)).OfType<PublicationFacts.Picture>().DistinctBy(picture => picture.Media)],
            Creator = OneLine(Opphav),
            Licence = OneLine(Lisens),
        };
    }

    private static string OneLine(string? text) => SourceText.Clean(text ?? "").Replace('\n', ' ').Trim();

    private static PublicationFacts.Picture? PictureOf(string name, DraftContent content, IReadOnlyList<LibraryPicture> library) =>
        content.Pictures.FirstOrDefault(picture => picture.Media == name) ?? library.FirstOrDefault(picture => picture.Name == name)?.Picture;

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
            RuleFor(form => form.Relatert).Must(slugs => slugs.Distinct(StringComparer.Ordinal).Count() <= DraftContent.RelatedMost && slugs.TrueForAll(Slug.IsValid)).WithMessage("Editor_Related_Wrong");
            RuleFor(form => form.Bilder).Must(names => names.Distinct(StringComparer.Ordinal).Count() <= DraftContent.PicturesMost).WithMessage("Editor_Pictures_Many");
            RuleFor(form => form.Illustrasjon).Must(slug => string.IsNullOrWhiteSpace(slug) || Slug.IsValid(slug.Trim())).WithMessage("Editor_Illustration_Wrong");
            RuleFor(form => form.Kilder).Must(SourceLines.AreGood).WithMessage("Editor_Sources_Wrong");
            RuleFor(form => form.Opphav).Must(text => LengthOf(text) <= DraftContent.CreatorMaxLength).WithMessage("Editor_Creator_Long");
            RuleFor(form => form.Lisens).Must(text => LengthOf(text) <= DraftContent.CreatorMaxLength).WithMessage("Editor_Creator_Long");
            RuleFor(form => form.Notat).Must(text => LengthOf(text) <= DraftRevision.NoteMaxLength).WithMessage("Editor_Note_Long");
        }

        private static int LengthOf(string? text) => SourceText.Clean(text ?? "").Trim().Length;
    }
}
