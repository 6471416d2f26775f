using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;

namespace UngPortal.Features.Experts.Editing;

/// <summary>How somebody answers, as a coordinator fills it in.</summary>
public sealed class ExpertForm
{
    public static readonly IReadOnlyList<string> AllLanguages = ["nb", "nn", "en"];

    [MaxLength(20)]
    public string[]? Rolle { get; set; }

    [MaxLength(10)]
    public string[]? Sprak { get; set; }

    [StringLength(10)]
    public string? Kapasitet { get; set; }

    public bool Tunge { get; set; }

    /// <summary>First and last day away, as a browser's date field writes them; both or none.</summary>
    [StringLength(20)]
    public string? BorteFra { get; set; }

    [StringLength(20)]
    public string? BorteTil { get; set; }

    /// <summary>The absence that is to be taken away; nothing else is done then.</summary>
    public int? Fjern { get; set; }

    public int Capacity => int.TryParse(Kapasitet, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public (DateOnly From, DateOnly Until)? Away => DayOf(BorteFra) is { } from && DayOf(BorteTil) is { } until ? (from, until) : null;

    public static ExpertForm Of(Expert? expert) => expert is null
        ? new() { Sprak = ["nb"], Tunge = true }
        : new() { Rolle = expert.Roles, Sprak = expert.Languages, Tunge = expert.TakesHardCases, Kapasitet = expert.WeeklyCapacity == 0 ? "" : expert.WeeklyCapacity.ToString(CultureInfo.InvariantCulture) };

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public sealed class Validator : AbstractValidator<ExpertForm>
    {
        public Validator(IReadOnlySet<string> roles)
        {
            RuleFor(form => form.Rolle).Must(chosen => chosen is { Length: > 0 and <= Expert.MostRoles } && chosen.All(roles.Contains)).WithMessage("Expert_RolesMissing");
            RuleFor(form => form.Sprak).Must(chosen => chosen is { Length: > 0 } && chosen.All(AllLanguages.Contains)).WithMessage("Expert_LanguagesMissing");
            RuleFor(form => form.Kapasitet).Must(text => string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Expert.MostAWeek)).WithMessage("Expert_CapacityWrong");
            RuleFor(form => form.BorteFra).Must((form, _) => (string.IsNullOrEmpty(form.BorteFra) && string.IsNullOrEmpty(form.BorteTil)) || form.Away is { } away && away.Until >= away.From).WithMessage("Expert_AwayWrong");
        }
    }
}
