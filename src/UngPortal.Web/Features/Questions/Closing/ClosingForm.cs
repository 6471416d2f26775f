using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Closing;

/// <summary>A closing period as it is written, with times on the wall clock in Oslo.</summary>
public sealed class ClosingForm
{
    private const int Kept = 2_000;
    private const string Written = "yyyy-MM-ddTHH:mm";

    [StringLength(30)]
    public string? Fra { get; set; }

    [StringLength(30)]
    public string? Til { get; set; }

    [StringLength(Kept)]
    public string? TekstNb { get; set; }

    [StringLength(Kept)]
    public string? TekstNn { get; set; }

    [StringLength(Kept)]
    public string? TekstEn { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public int Versjon { get; set; }

    /// <summary>Null when it is no moment.</summary>
    public DateTime? From => MomentOf(Fra);

    public DateTime? Until => MomentOf(Til);

    public LocalizedText Text => new([new("nb", Clean(TekstNb)), new("nn", Clean(TekstNn)), new("en", Clean(TekstEn))]);

    public static ClosingForm Of(ClosingPeriod period) => new()
    {
        Fra = Write(period.From),
        Til = Write(period.Until),
        TekstNb = period.Text.GetValueOrDefault("nb"),
        TekstNn = period.Text.GetValueOrDefault("nn"),
        TekstEn = period.Text.GetValueOrDefault("en"),
        Versjon = period.Version,
    };

    private static string Clean(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private static string Write(DateTime utc) => Instant.FromDateTimeUtc(utc).InZone(OsloTime.Zone).LocalDateTime.ToDateTimeUnspecified().ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>Reads a moment as the browser's field sends it; seconds are left out, or are zero.</summary>
    private static DateTime? MomentOf(string? text) => DateTime.TryParseExact(text?.Trim(), [Written, Written + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? OsloTime.FirstInstantOf(LocalDateTime.FromDateTime(local)).ToDateTimeUtc()
        : null;

    public sealed class Validator : AbstractValidator<ClosingForm>
    {
        public Validator(DateTime now)
        {
            RuleFor(form => form.Fra).Must((form, _) => form.From is not null).WithMessage("Closing_MomentWrong");
            RuleFor(form => form.Til).Must((form, _) => form.Until is not null).WithMessage("Closing_MomentWrong");
            When(form => form is { From: not null, Until: not null }, () => RuleFor(form => form.Til).Cascade(CascadeMode.Stop)
                .Must((form, _) => form.Until > form.From).WithMessage("Closing_Turned")
                .Must((form, _) => form.Until - form.From <= TimeSpan.FromDays(ClosingPeriod.MostDays)).WithMessage("Closing_TooLong")
                .Must((form, _) => form.Until > now).WithMessage("Closing_Over"));
            RuleFor(form => form.TekstNb).Must(IsText).WithMessage("Closing_TextWrong");
            RuleFor(form => form.TekstNn).Must(IsText).WithMessage("Closing_TextWrong");
            RuleFor(form => form.TekstEn).Must(IsText).WithMessage("Closing_TextWrong");
        }

        private static bool IsText(string? text) => Clean(text).Length is > 0 and <= ClosingPeriod.TextMaxLength;
    }
}
