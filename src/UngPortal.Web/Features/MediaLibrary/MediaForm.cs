using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.MediaLibrary;

/// <summary>What editors say about a picture.</summary>
public sealed class MediaForm
{
    private const int Accepted = 2_000;

    [StringLength(Accepted)]
    public string? AltNb { get; set; }

    [StringLength(Accepted)]
    public string? AltNn { get; set; }

    [StringLength(Accepted)]
    public string? AltEn { get; set; }

    public bool Pynt { get; set; }

    [StringLength(Accepted)]
    public string? Opphav { get; set; }

    [StringLength(20)]
    public string? Lisens { get; set; }

    public static MediaForm Of(MediaItem item) => new()
    {
        AltNb = item.Alt.GetValueOrDefault("nb"),
        AltNn = item.Alt.GetValueOrDefault("nn"),
        AltEn = item.Alt.GetValueOrDefault("en"),
        Pynt = item.IsDecorative,
        Opphav = item.Creator,
        Lisens = item.Licence.ToString(),
    };

    /// <summary>Writes what a valid form says into the item.</summary>
    public void PutInto(MediaItem item)
    {
        IEnumerable<KeyValuePair<string, string>> alt = [KeyValuePair.Create("nb", AltNb ?? ""), KeyValuePair.Create("nn", AltNn ?? ""), KeyValuePair.Create("en", AltEn ?? "")];
        item.Describe(
            new LocalizedText(Pynt ? [] : alt.Select(text => KeyValuePair.Create(text.Key, text.Value.Trim())).Where(text => text.Value.Length > 0)),
            Pynt, Opphav!.Trim(), Enum.Parse<MediaLicence>(Lisens!));
    }

    public sealed class Validator : AbstractValidator<MediaForm>
    {
        public Validator()
        {
            RuleFor(form => form.AltNb).Must(text => !string.IsNullOrWhiteSpace(text)).When(form => !form.Pynt).WithMessage("Media_AltNeeded");
            RuleFor(form => form.Pynt).Equal(false).When(form => !string.IsNullOrWhiteSpace(form.AltNb + form.AltNn + form.AltEn)).WithMessage("Media_AltOrDecorative");
            RuleFor(form => form.AltNb).Must(Fits).WithMessage("Media_AltTooLong");
            RuleFor(form => form.AltNn).Must(Fits).WithMessage("Media_AltTooLong");
            RuleFor(form => form.AltEn).Must(Fits).WithMessage("Media_AltTooLong");
            RuleFor(form => form.Opphav).Must(text => text?.Trim() is { Length: > 0 and <= MediaItem.CreatorMaxLength }).WithMessage("Media_CreatorNeeded");
            RuleFor(form => form.Lisens).Must(text => Enum.GetNames<MediaLicence>().Contains(text)).WithMessage("Media_LicenceNeeded");
        }

        private static bool Fits(string? text) => (text ?? "").Trim().Length <= MediaItem.AltMaxLength;
    }
}
