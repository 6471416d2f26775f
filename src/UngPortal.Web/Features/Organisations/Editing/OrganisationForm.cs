using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.Organisations.Editing;

/// <summary>The fields of an organisation's record. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed class OrganisationForm
{
    private const int Kept = 2_000;

    [StringLength(Kept)]
    public string? Nummer { get; set; }

    [StringLength(Kept)]
    public string? Navn { get; set; }

    public Sector? Sektor { get; set; }

    [StringLength(Kept)]
    public string? Kontakt { get; set; }

    [StringLength(Kept)]
    public string? Epost { get; set; }

    [StringLength(Kept)]
    public string? Telefon { get; set; }

    public List<StaffRole> Roller { get; init; } = [];

    public bool Ungdomsrad { get; set; }

    /// <summary>The version that was opened; another's save in between shows as a conflict.</summary>
    public int Versjon { get; set; }

    public static OrganisationForm Of(Organisation organisation) => new()
    {
        Nummer = organisation.Number,
        Navn = organisation.Name,
        Sektor = organisation.Sector,
        Kontakt = organisation.ContactName,
        Epost = organisation.ContactEmail,
        Telefon = organisation.ContactPhone,
        Roller = [.. organisation.RolesOffered],
        Ungdomsrad = organisation.IsCouncilMember,
        Versjon = organisation.Version,
    };

    public void WriteTo(Organisation organisation) => organisation.Describe(
        Trim(Navn), Sektor!.Value, Trim(Kontakt), Trim(Epost), Trim(Telefon), Roller, Ungdomsrad);

    private static string Trim(string? text) => (text ?? "").Trim();

    public sealed class Validator : AbstractValidator<OrganisationForm>
    {
        public Validator()
        {
            RuleFor(form => form.Navn).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Org_NameMissing")
                .Must(text => Trim(text).Length <= Organisation.NameMaxLength).WithMessage("Org_TooLong");
            RuleFor(form => form.Sektor).Cascade(CascadeMode.Stop).NotNull().WithMessage("Org_SectorMissing").IsInEnum().WithMessage("Org_SectorMissing");
            RuleFor(form => form.Kontakt).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Org_ContactMissing")
                .Must(text => Trim(text).Length <= Organisation.ContactMaxLength).WithMessage("Org_TooLong");
            RuleFor(form => form.Epost).Must(text => Trim(text) is { Length: <= Organisation.EmailMaxLength } address && new EmailAddressAttribute().IsValid(address))
                .WithMessage("Org_EmailWrong");
            RuleFor(form => form.Telefon).Must(text => Trim(text) is { Length: <= Organisation.PhoneMaxLength } phone && phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+'))
                .WithMessage("Org_PhoneWrong");
            RuleFor(form => form.Roller).Must(roles => roles.All(Enum.IsDefined)).WithMessage("Org_RolesWrong");
        }
    }
}
