using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;

namespace UngPortal.Features.Accounts.People;

/// <summary>Whom to invite, and to what.</summary>
public sealed class InviteForm
{
    private const int Kept = 2_000;

    [StringLength(Kept)]
    public string? Navn { get; set; }

    [StringLength(Kept)]
    public string? Epost { get; set; }

    public int? Organisasjon { get; set; }

    public List<StaffRole> Roller { get; } = [];

    public sealed class Validator : AbstractValidator<InviteForm>
    {
        public Validator()
        {
            RuleFor(form => form.Navn).Must(StaffMember.IsName).WithMessage("People_NameWrong");
            RuleFor(form => form.Epost).Must(text => text?.Trim() is { Length: <= StaffMember.EmailMaxLength } address && MailPost.IsAddress(address))
                .WithMessage("People_EmailWrong");
            RuleFor(form => form.Organisasjon).NotNull().WithMessage("People_ChooseHouse");
            RuleFor(form => form.Roller).NotEmpty().WithMessage("People_ChooseRole");
        }
    }
}
