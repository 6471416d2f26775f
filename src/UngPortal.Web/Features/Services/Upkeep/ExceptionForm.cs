using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>An exception as it is written, or one that is to be taken away.</summary>
public sealed class ExceptionForm
{
    private const int DaysMost = 366;

    [StringLength(30)]
    public string? Fra { get; set; }

    [StringLength(30)]
    public string? Til { get; set; }

    /// <summary>When it is open then; empty when it is closed.</summary>
    [StringLength(2_000)]
    public string? Tider { get; set; }

    /// <summary>The one way that it is for; null for all.</summary>
    public ChannelKind? Gjelder { get; set; }

    /// <summary>Set when it is to be taken away.</summary>
    [StringLength(5)]
    public string? Fjern { get; set; }

    public int Versjon { get; set; }

    /// <summary>The exception; null when the days are none.</summary>
    public DatedHours.Exception? Written => Day(Fra) is { } from && (string.IsNullOrWhiteSpace(Til) ? from : Day(Til)) is { } to ? new(from, to, Spans) : null;

    private string Spans => string.IsNullOrWhiteSpace(Tider) ? DatedHours.Exception.Closed : HoursWords.ToSyntax(Tider).Replace(" ", "", StringComparison.Ordinal);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public sealed class Validator : AbstractValidator<ExceptionForm>
    {
        public Validator(DateOnly today, IReadOnlyList<ChannelKind> kinds)
        {
            RuleFor(form => form.Fra).Must(text => Day(text) is not null).WithMessage("Register_DayWrong");
            RuleFor(form => form.Til).Must(text => string.IsNullOrWhiteSpace(text) || Day(text) is not null).WithMessage("Register_DayWrong");
            When(form => form.Written is not null, () => RuleFor(form => form.Til).Cascade(CascadeMode.Stop)
                .Must((form, _) => form.Written!.To >= form.Written.From).WithMessage("Register_DaysTurned")
                .Must((form, _) => form.Written!.To >= today).WithMessage("Register_DaysOver")
                .Must((form, _) => form.Written!.To.DayNumber - form.Written.From.DayNumber < DaysMost && form.Written.To <= today.AddYears(2)).WithMessage("Register_DaysFar"));
            RuleFor(form => form.Tider).Must((form, _) => form.Spans == DatedHours.Exception.Closed || OpeningHours.TryParse($"2026 Jan 1 {form.Spans}", out var _, out var _)).WithMessage("Register_SpansWrong");
            RuleFor(form => form.Gjelder).Must(kind => kind is null || kinds.Contains(kind.Value)).WithMessage("Register_WayMissing");
        }
    }
}
