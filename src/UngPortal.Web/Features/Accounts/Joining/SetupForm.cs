using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>Who is the first administrator, and of which house. Texts that are too long are kept on the page and flagged, never cut.</summary>
public sealed class SetupForm
{
    [StringLength(1_000)]
    public string? Navn { get; set; }

    [StringLength(1_000)]
    public string? Epost { get; set; }

    [StringLength(1_000)]
    public string? Hus { get; set; }

    [StringLength(30)]
    public string? Orgnr { get; set; }

    [StringLength(1_000)]
    public string? Passord { get; set; }

    [StringLength(Authenticator.CodeMaxLength)]
    public string? Kode { get; set; }

    [StringLength(Authenticator.CarriedMaxLength)]
    public string? Hemmelighet { get; set; }

    public sealed class Validator : AbstractValidator<SetupForm>
    {
        public Validator()
        {
            RuleFor(form => form.Navn).NotEmpty().WithMessage("Account_NameNeeded").Must(StaffMember.IsOneLine).WithMessage("Account_NameNeeded")
                .MaximumLength(StaffMember.NameMaxLength).WithMessage("Account_TooLong");
            RuleFor(form => form.Epost).Must(text => text is { Length: > StaffMember.EmailMaxLength } || MailPost.IsAddress((text ?? "").Trim())).WithMessage("Account_EmailNeeded")
                .MaximumLength(StaffMember.EmailMaxLength).WithMessage("Account_TooLong");
            RuleFor(form => form.Hus).NotEmpty().WithMessage("Setup_HouseNeeded").MaximumLength(Organisation.NameMaxLength).WithMessage("Account_TooLong");
            RuleFor(form => form.Orgnr).Must(text => OrganisationNumber.TryParse(text, out _)).WithMessage("Setup_NumberWrong");
        }
    }
}
