using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;

namespace UngPortal.Features.Organisations.Editing;

/// <summary>A new agreement as it is written; numbers and days come as text, so that what is wrong stays on the page.</summary>
public sealed class AgreementForm
{
    private const int Kept = 200;

    [StringLength(Kept)]
    public string? Fra { get; set; }

    [StringLength(Kept)]
    public string? Til { get; set; }

    [StringLength(Kept)]
    public string? Referanse { get; set; }

    [StringLength(Kept)]
    public string? Sporsmal { get; set; }

    [StringLength(Kept)]
    public string? Folk { get; set; }

    public Agreement ToAgreement() => Agreement.Between(DayOf(Fra)!.Value, DayOf(Til)!.Value, Referanse!.Trim(), NumberOf(Sporsmal), NumberOf(Folk));

    /// <summary>Reads a day as the browser's date field sends it.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is written down about an agreement.</summary>
    public static string Describe(Agreement agreement) => string.Create(CultureInfo.InvariantCulture, $"{agreement.Reference}: {agreement.From:yyyy-MM-dd}/{agreement.To:yyyy-MM-dd}");

    private static int? NumberOf(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsQuota(string? text) => string.IsNullOrWhiteSpace(text) || NumberOf(text) is >= 1 and <= Agreement.QuotaMost;

    public sealed class Validator : AbstractValidator<AgreementForm>
    {
        public Validator()
        {
            RuleFor(form => form.Fra).Must(text => DayOf(text) is not null).WithMessage("Org_DayWrong");
            RuleFor(form => form.Til).Must(text => DayOf(text) is not null).WithMessage("Org_DayWrong");
            RuleFor(form => form.Til).Must((form, to) => DayOf(to) >= DayOf(form.Fra)).When(form => DayOf(form.Fra) is not null && DayOf(form.Til) is not null)
                .WithMessage("Org_DaysTurned");
            RuleFor(form => form.Referanse).Must(text => text?.Trim().Length is > 0 and <= Agreement.ReferenceMaxLength).WithMessage("Org_ReferenceWrong");
            RuleFor(form => form.Sporsmal).Must(IsQuota).WithMessage("Org_QuotaWrong");
            RuleFor(form => form.Folk).Must(IsQuota).WithMessage("Org_QuotaWrong");
        }
    }
}
