using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using UngPortal.Features.Questions.PersonalData;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>A text block as an editor types it, and what is done with it: <c>lagre</c>, <c>se</c> or <c>ut</c>.</summary>
public sealed class SnippetForm
{
    private const int Kept = 20_000;
    private const string Written = "yyyy-MM-dd";

    public static readonly IReadOnlyList<string> Languages = ["nb", "nn", "en"];

    [StringLength(Question.RoleMaxLength)]
    public string? Rolle { get; set; }

    [StringLength(10)]
    public string? Sprak { get; set; }

    public SnippetSection? Del { get; set; }

    [StringLength(Kept)]
    public string? Tittel { get; set; }

    [StringLength(Kept)]
    public string? Tekst { get; set; }

    /// <summary>The last day on which it is offered.</summary>
    [StringLength(30)]
    public string? Til { get; set; }

    /// <summary>The version that the form was opened with.</summary>
    public int Versjon { get; set; }

    [StringLength(20)]
    public string? Steg { get; set; }

    public string Title => AskedText.Clean(Tittel);

    public string Text => AskedText.Clean(Tekst);

    /// <summary>Null when it is no day.</summary>
    public DateOnly? Until => DateOnly.TryParseExact(Til?.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static SnippetForm Of(Snippet snippet) => new()
    {
        Rolle = snippet.Role,
        Sprak = snippet.Language,
        Del = snippet.Section,
        Tittel = snippet.Title,
        Tekst = snippet.Text,
        Til = Write(snippet.ExpiresOn),
        Versjon = snippet.Version,
    };

    public static string Write(DateOnly day) => day.ToString(Written, CultureInfo.InvariantCulture);

    public sealed class Validator : AbstractValidator<SnippetForm>
    {
        /// <param name="today">The day in Norway.</param>
        /// <param name="roles">Keys of roles that may be chosen; null where the place is chosen already.</param>
        /// <param name="markdown">Renders what the text says.</param>
        public Validator(DateOnly today, IReadOnlySet<string>? roles, MarkdownRenderer markdown)
        {
            if (roles is not null)
            {
                RuleFor(form => form.Rolle).Must(role => role is not null && roles.Contains(role)).WithMessage("Snippet_RoleMissing");
                RuleFor(form => form.Sprak).Must(code => code is not null && Languages.Contains(code)).WithMessage("Snippet_LanguageMissing");
                RuleFor(form => form.Del).Must(section => section is { } one && Enum.IsDefined(one)).WithMessage("Snippet_SectionMissing");
            }

            RuleFor(form => form.Title).Cascade(CascadeMode.Stop)
                .Must(title => title.Length is > 0 and <= Snippet.TitleMaxLength && !title.Contains('\n', StringComparison.Ordinal)).WithMessage("Snippet_TitleWrong")
                .Must(NamesNobody).WithMessage("Snippet_Personal").OverridePropertyName(nameof(Tittel));
            RuleFor(form => form.Text).Cascade(CascadeMode.Stop)
                .Must(text => text.Length is > 0 and <= Snippet.TextMaxLength).WithMessage("Snippet_TextWrong")
                .Must(text => !text.Split('\n').Any(line => PhoneNumbers.FirstIn(line) is not null)).WithMessage("Check_Phone")
                .Must(NamesNobody).WithMessage("Snippet_Personal")
                .Must(text => markdown.Render(text).Problems.Count == 0).WithMessage("Check_Markup").OverridePropertyName(nameof(Tekst));
            RuleFor(form => form.Til).Must((form, _) => form.Until is { } day && day >= today && day <= today.AddMonths(Snippet.MostMonths)).WithMessage("Snippet_UntilWrong");
        }

        /// <summary>What would be advised against in a question has no place in a text for many; schools and towns are for the editor to judge.</summary>
        private static bool NamesNobody(string text) => !PersonalDataGuard.Find(text).Any(found => found.Kind < PersonalDataKind.Place);
    }
}
