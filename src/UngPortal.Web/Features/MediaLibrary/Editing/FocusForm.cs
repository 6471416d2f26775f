using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;

namespace UngPortal.Features.MediaLibrary.Editing;

/// <summary>Where to look in a picture, in whole percent from the left and the upper edge.</summary>
public sealed class FocusForm
{
    private const int Whole = 100;

    [StringLength(3)]
    public string? FokusX { get; set; }

    [StringLength(3)]
    public string? FokusY { get; set; }

    public static FocusForm Of(MediaItem item) => new() { FokusX = Percent(item.FocalX), FokusY = Percent(item.FocalY) };

    public void PutInto(MediaItem item) => item.Focus(PartOf(FokusX)!.Value, PartOf(FokusY)!.Value);

    private static string Percent(double part) => ((int)Math.Round(part * Whole)).ToString(CultureInfo.InvariantCulture);

    private static double? PartOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= Whole ? percent / (double)Whole : null;

    public sealed class Validator : AbstractValidator<FocusForm>
    {
        public Validator()
        {
            RuleFor(form => form.FokusX).Must(text => PartOf(text) is not null).WithMessage("Media_FocusWrong");
            RuleFor(form => form.FokusY).Must(text => PartOf(text) is not null).WithMessage("Media_FocusWrong");
        }
    }
}
