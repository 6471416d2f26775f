using System.Linq.Expressions;
using FluentValidation;
using UngPortal.Features.Places;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>Says of a service's facts, as written, what is wrong with them.</summary>
public sealed class FactsValidator : AbstractValidator<FactsForm>
{
    public FactsValidator(bool isLocal, string source, IReadOnlySet<string> types, IReadOnlySet<string> topics)
    {
        RuleFor(form => form.NavnNb).NotEmpty().WithMessage("Register_NameMissing");
        foreach (var name in new Expression<Func<FactsForm, string?>>[] { form => form.NavnNb, form => form.NavnNn, form => form.NavnEn })
        {
            RuleFor(name).Must(text => FactsForm.Trim(text).Length <= Service.NameMaxLength).WithMessage("Register_NameLong");
        }

        foreach (var about in new Expression<Func<FactsForm, string?>>[] { form => form.OmNb, form => form.OmNn, form => form.OmEn })
        {
            RuleFor(about).Must(text => FactsForm.Trim(text).Length <= Service.DescriptionMaxLength).WithMessage("Register_AboutLong");
        }

        foreach (var said in new Expression<Func<FactsForm, string?>>[] { form => form.TaushetNb, form => form.TaushetNn, form => form.TaushetEn, form => form.VarselNb, form => form.VarselNn, form => form.VarselEn, form => form.KosterNb, form => form.KosterNn, form => form.KosterEn })
        {
            RuleFor(said).Must(text => FactsForm.Trim(text).Length <= Service.SaidMaxLength).WithMessage("Register_SaidLong");
        }

        RuleFor(form => form.TaushetNb).NotEmpty().When(form => FactsForm.Trim(form.TaushetNn + form.TaushetEn).Length > 0).WithMessage("Register_SaidBokmal");
        RuleFor(form => form.VarselNb).NotEmpty().When(form => FactsForm.Trim(form.VarselNn + form.VarselEn).Length > 0).WithMessage("Register_SaidBokmal");
        RuleFor(form => form.KosterNb).NotEmpty().When(form => FactsForm.Trim(form.KosterNn + form.KosterEn).Length > 0).WithMessage("Register_SaidBokmal");
        RuleFor(form => form.KosterNb).Must((form, _) => FactsForm.Trim(form.KosterNb + form.KosterNn + form.KosterEn).Length == 0).When(form => form.Vilkar.Contains(ToldFacts.Free)).WithMessage("Register_CostAndFree");
        RuleFor(form => form.Organisasjon).Must(text => (Service.RunByOf(text) ?? "").Length <= Service.RunByMaxLength).WithMessage("Register_RunByLong");
        RuleFor(form => form.OmNb).NotEmpty().When(_ => !isLocal).WithMessage("Register_AboutMissing");
        RuleFor(form => form.Nettside).Must(text => FactsForm.Trim(text).Length == 0 || IsAddress(text)).WithMessage("Register_WebsiteWrong");
        // What came from a list that is no page may stay: nobody should be kept from telling what changed today.
        RuleFor(form => form.Kilde).Must(text => FactsForm.Trim(text) == source || IsAddress(text)).WithMessage("Register_SourceWrong");
        RuleFor(form => form.Tema).Must(slugs => slugs.TrueForAll(topics.Contains)).WithMessage("Register_TopicWrong");
        foreach (var (told, all) in new (Expression<Func<FactsForm, List<string>>>, IReadOnlyList<string>)[] { (form => form.Sprak, SpokenLanguages.All), (form => form.Vilkar, ToldFacts.Offers), (form => form.Tilgang, ToldFacts.Access), (form => form.Fagfolk, ToldFacts.People) })
        {
            RuleFor(told).Must(facts => facts.TrueForAll(all.Contains)).WithMessage("Register_ToldWrong");
        }

        RuleFor(form => form.AlderFra).Must(text => FactsForm.Trim(text).Length == 0 || FactsForm.Age(text) is not null).WithMessage("Register_AgeWrong");
        RuleFor(form => form.AlderTil).Must(text => FactsForm.Trim(text).Length == 0 || FactsForm.Age(text) is not null).WithMessage("Register_AgeWrong")
            .Must((form, text) => (FactsForm.Age(form.AlderFra) ?? 0) <= (FactsForm.Age(text) ?? FactsForm.MostAge)).WithMessage("Register_AgeTurned");

        When(_ => isLocal, () =>
        {
            RuleFor(form => form.Slag).Must(type => type is not null && types.Contains(type)).WithMessage("Register_TypeMissing");
            RuleFor(form => form.For).Must((form, _) => ServedMunicipalities.Read(form.For) is not null).WithMessage("Register_ForWrong");
            RuleFor(form => form.Gate).Must(text => FactsForm.Trim(text).Length <= ServiceLocation.AddressMaxLength).WithMessage("Register_StreetLong");
            RuleFor(form => form.Postnummer).Must(text => FactsForm.Trim(text).Length == 0 || PlaceBook.Norway.Find(FactsForm.Trim(text)) is PlaceAnswer.Found { Place.Kind: PlaceKind.PostalCode }).WithMessage("Register_CodeWrong");
            RuleFor(form => form.Postnummer).Must((form, text) => FactsForm.Trim(form.Gate).Length == 0 || FactsForm.Trim(text).Length > 0).WithMessage("Register_CodeMissing");
        });
    }

    /// <summary>Whether it is an address that can be opened safely.</summary>
    public static bool IsAddress(string? text) => FactsForm.Trim(text) is { Length: > 0 and <= Service.WebsiteMaxLength } address && ContactFields.IsHttps(address);
}
