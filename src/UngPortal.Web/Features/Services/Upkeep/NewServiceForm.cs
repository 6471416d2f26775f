using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>The least that must be known of a new service.</summary>
public sealed class NewServiceForm
{
    private const int Kept = 4_000;

    [StringLength(Kept)]
    public string? Navn { get; set; }

    public ServiceKind? Slag { get; set; }

    [StringLength(40)]
    public string? Type { get; set; }

    [StringLength(Kept)]
    public string? For { get; set; }

    public ChannelKind? Maate { get; set; }

    [StringLength(Kept)]
    public string? Adresse { get; set; }

    [StringLength(Kept)]
    public string? Kilde { get; set; }

    private ContactRow Way => new() { Slag = Maate, Adresse = Adresse };

    /// <summary>The field and the message's key for what is wrong with how it is reached; null when nothing is.</summary>
    public (string Field, string Message)? Kontakt() => Way.Fault() is var (field, message) ? (field == nameof(ContactRow.Slag) ? nameof(Maate) : nameof(Adresse), message) : null;

    /// <summary>Its facts; only for a form that has been found good.</summary>
    public ServiceFacts Facts(int position, DateOnly today) => new(
        Slag!.Value, new() { [Language.Bokmal.Code] = FactsForm.Trim(Navn) }, [], [], [], position, null, today, FactsForm.Trim(Kilde), [Way.ToChannel(1, [])])
    {
        Local = ServedMunicipalities.Read(For) is { } served && Slag == ServiceKind.Local ? new LocalFacts(Type!, served[0], served, null, (null, null), false, [], []) : null,
    };

    public sealed class Validator : AbstractValidator<NewServiceForm>
    {
        public Validator(IReadOnlySet<string> types)
        {
            RuleFor(form => form.Navn).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Register_NameMissing").Must(text => FactsForm.Trim(text).Length <= Service.NameMaxLength).WithMessage("Register_NameLong");
            RuleFor(form => form.Slag).Cascade(CascadeMode.Stop).NotNull().WithMessage("Register_KindMissing").IsInEnum().WithMessage("Register_KindMissing");
            RuleFor(form => form.Kilde).Must(FactsValidator.IsAddress).WithMessage("Register_SourceWrong");
            When(form => form.Slag == ServiceKind.Local, () =>
            {
                RuleFor(form => form.Type).Must(type => type is not null && types.Contains(type)).WithMessage("Register_TypeMissing");
                RuleFor(form => form.For).Must(text => ServedMunicipalities.Read(text) is not null).WithMessage("Register_ForWrong");
            });
        }
    }
}
