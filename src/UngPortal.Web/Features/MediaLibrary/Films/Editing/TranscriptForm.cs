using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

/// <summary>What is said and seen in a film, as a text for those who read it instead.</summary>
public sealed class TranscriptForm
{
    private const int Accepted = 100_000;

    [StringLength(Accepted)]
    public string? UtskriftNb { get; set; }

    [StringLength(Accepted)]
    public string? UtskriftNn { get; set; }

    [StringLength(Accepted)]
    public string? UtskriftEn { get; set; }

    /// <summary>The fields with their languages, for the page.</summary>
    public IReadOnlyList<(string Field, string Language, string? Text)> Fields => [("UtskriftNb", "nb", UtskriftNb), ("UtskriftNn", "nn", UtskriftNn), ("UtskriftEn", "en", UtskriftEn)];

    public static TranscriptForm Of(Film film) => new()
    {
        UtskriftNb = film.Transcript.GetValueOrDefault("nb"),
        UtskriftNn = film.Transcript.GetValueOrDefault("nn"),
        UtskriftEn = film.Transcript.GetValueOrDefault("en"),
    };

    /// <summary>Writes what a valid form says into the film.</summary>
    public void PutInto(Film film) => film.Transcribe(new LocalizedText(
        Fields.Select(field => KeyValuePair.Create(field.Language, (field.Text ?? "").Trim().ReplaceLineEndings("\n"))).Where(text => text.Value.Length > 0)));

    public sealed class Validator : AbstractValidator<TranscriptForm>
    {
        public Validator()
        {
            RuleFor(form => form.UtskriftNb).Must(Fits).WithMessage("Film_TranscriptTooLong");
            RuleFor(form => form.UtskriftNn).Must(Fits).WithMessage("Film_TranscriptTooLong");
            RuleFor(form => form.UtskriftEn).Must(Fits).WithMessage("Film_TranscriptTooLong");
        }

        private static bool Fits(string? text) => (text ?? "").Trim().Length <= Film.TranscriptMaxLength;
    }
}
