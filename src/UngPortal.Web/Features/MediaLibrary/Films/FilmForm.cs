using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>What editors say about a film.</summary>
public sealed class FilmForm
{
    private const int Accepted = 2_000;

    [StringLength(Accepted)]
    public string? Tittel { get; set; }

    [StringLength(Accepted)]
    public string? Opphav { get; set; }

    [StringLength(20)]
    public string? Lisens { get; set; }

    public static FilmForm Of(Film film) => new() { Tittel = film.Title, Opphav = film.Creator, Lisens = film.Licence.ToString() };

    /// <summary>The key of a licence's name: of one's own work the library speaks as of a picture.</summary>
    public static string KeyOf(MediaLicence licence) => licence == MediaLicence.Own ? "Film_OwnLicence" : "Licence_" + licence;

    /// <summary>Writes what a valid form says into the film.</summary>
    public void PutInto(Film film) => film.Describe(Tittel!.Trim(), Opphav!.Trim(), Enum.Parse<MediaLicence>(Lisens!));

    public sealed class Validator : AbstractValidator<FilmForm>
    {
        public Validator()
        {
            RuleFor(form => form.Tittel).Must(text => text?.Trim() is { Length: > 0 and <= Film.TitleMaxLength }).WithMessage("Film_TitleNeeded");
            RuleFor(form => form.Opphav).Must(text => text?.Trim() is { Length: > 0 and <= Film.CreatorMaxLength }).WithMessage("Film_CreatorNeeded");
            RuleFor(form => form.Lisens).Must(text => Enum.GetNames<MediaLicence>().Contains(text)).WithMessage("Media_LicenceNeeded");
        }
    }
}
