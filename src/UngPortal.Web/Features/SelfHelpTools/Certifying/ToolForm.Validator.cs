using FluentValidation;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <content>What must hold before it is kept.</content>
public sealed partial class ToolForm
{
    public sealed class Validator : AbstractValidator<ToolForm>
    {
        public Validator()
        {
            RuleFor(form => form.Navn).Must(name => Trimmed(name) is not null).WithMessage("ToolForm_NameMissing");
            RuleFor(form => form.Navn).Must(name => IsShort(name, ToolFacts.NameMaxLength)).WithMessage("ToolForm_TooLong");
            RuleFor(form => form.Leverandor).Must(name => IsShort(name, ToolFacts.NameMaxLength)).WithMessage("ToolForm_TooLong");
            RuleFor(form => form.Fagmiljo).Must(name => IsShort(name, ToolFacts.NameMaxLength)).WithMessage("ToolForm_TooLong");
            RuleFor(form => form.Utgave).Must(name => IsShort(name, ToolFacts.ReleaseMaxLength)).WithMessage("ToolForm_TooLong");
            RuleFor(form => form.Kort).SetValidator(new TextRules(ToolFacts.SummaryMaxLength, isNeeded: true));
            RuleFor(form => form.Lang).SetValidator(new TextRules(ToolFacts.TextMaxLength, isNeeded: true));
            RuleFor(form => form.MerHjelp).SetValidator(new TextRules(ToolFacts.TextMaxLength, isNeeded: false));
            RuleFor(form => form.Data).SetValidator(new TextRules(ToolFacts.TextMaxLength, isNeeded: false));
            RuleFor(form => form.Plattformer).Must(platforms => platforms.Count > 0 && platforms.All(Enum.IsDefined)).WithMessage("ToolForm_PlatformMissing");
            RuleFor(form => form.Nettside).Must((form, _) => Trimmed(form.Nettside) is not null || Trimmed(form.AppStore) is not null || Trimmed(form.PlayStore) is not null).WithMessage("ToolForm_AddressMissing");
            RuleFor(form => form.Nettside).Must(IsAddress).WithMessage("ToolForm_AddressWrong");
            RuleFor(form => form.AppStore).Must(IsAddress).WithMessage("ToolForm_AddressWrong");
            RuleFor(form => form.PlayStore).Must(IsAddress).WithMessage("ToolForm_AddressWrong");
            RuleFor(form => form.Personvern).Must(IsAddress).WithMessage("ToolForm_AddressWrong");
            RuleFor(form => form.Sprak).Must(codes => codes.All(ToolFacts.KnownLanguages.Contains)).WithMessage("ToolForm_ChooseListed");
            RuleFor(form => form.Alder).Must(age => Trimmed(age) is null || AgeOf(age) is not null).WithMessage("ToolForm_AgeWrong");
            RuleFor(form => form.Evidens).IsInEnum().WithMessage("ToolForm_ChooseListed");
            RuleFor(form => form.Pris).IsInEnum().WithMessage("ToolForm_ChooseListed");
        }

        private static bool IsShort(string? text, int most) => (Trimmed(text) ?? "").Length <= most;

        private static bool IsAddress(string? text) => Trimmed(text) is not { } address || (address.Length <= ToolFacts.AddressMaxLength && ToolAddress.IsSafe(address));
    }

    /// <summary>Texts for readers: bokmål where the text is needed, and numbers to call only from the register.</summary>
    private sealed class TextRules : AbstractValidator<Texts>
    {
        public TextRules(int most, bool isNeeded)
        {
            RuleFor(texts => texts.Nb).Must((texts, nb) => Trimmed(nb) is not null || (!isNeeded && texts.Pairs().All(pair => pair.Value is null))).WithMessage("ToolForm_BokmalMissing");
            foreach (var field in new System.Linq.Expressions.Expression<Func<Texts, string?>>[] { texts => texts.Nb, texts => texts.Nn, texts => texts.En })
            {
                RuleFor(field).Must(text => (Trimmed(text) ?? "").Length <= most).WithMessage("ToolForm_TooLong");
                RuleFor(field).Must(text => (text ?? "").Split('\n').All(line => PhoneNumbers.FirstIn(line) is null)).WithMessage("ToolForm_Phone");
            }
        }
    }
}
