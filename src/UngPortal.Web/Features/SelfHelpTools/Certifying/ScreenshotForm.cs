using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The screenshots of a tool as they are chosen and described. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed class ScreenshotForm
{
    /// <summary>The choice of whoever saves and goes to upload a picture.</summary>
    public const string Upload = "last-opp";

    private const int Kept = 20_000;

    public List<Row> Bilder { get; set; } = [];

    /// <summary>Pictures of the library that are ticked to be added.</summary>
    public List<string> Velg { get; set; } = [];

    [StringLength(Kept)]
    public string? Sok { get; set; }

    /// <summary>What a button asks for: <c>opp:navn</c>, <c>ned:navn</c> or <c>fjern:navn</c>; anything else only searches.</summary>
    [StringLength(Kept)]
    public string? Valg { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Versjon { get; set; }

    public IEnumerable<string> Names => Bilder.Select(row => row.Media ?? "");

    /// <summary>Where somebody goes who has saved on the page.</summary>
    public string Next(string page) => Valg == Upload ? $"/admin/medier/ny?tilbake={page}" : page + "?gjort=true";

    /// <summary>Adds what is ticked, with what the library says that it shows.</summary>
    public void Take(IReadOnlyDictionary<string, ScreenshotShelf.Picture> known)
    {
        Bilder.AddRange(Velg.Distinct(StringComparer.Ordinal).Except(Names).Where(known.ContainsKey).Select(name => new Row { Media = name, Alt = ToolForm.Texts.Of(known[name].Alt) }));
        Velg = [];
    }

    /// <summary>Does to the list what the button asks for.</summary>
    public void Move()
    {
        if ((Valg ?? "").Split(':') is not [var what, var name] || Bilder.FindIndex(row => row.Media == name) is not (>= 0 and var at))
        {
            return;
        }

        var to = at + (what == "opp" ? -1 : what == "ned" ? 1 : 0);
        if (what == "fjern")
        {
            Bilder.RemoveAt(at);
        }
        else if (to >= 0 && to < Bilder.Count)
        {
            (Bilder[at], Bilder[to]) = (Bilder[to], Bilder[at]);
        }
    }

    /// <summary>A picture and what it shows.</summary>
    public sealed class Row
    {
        [StringLength(MediaName.StemLength)]
        public string? Media { get; set; }

        public ToolForm.Texts Alt { get; set; } = new();
    }

    public sealed class Validator : AbstractValidator<ScreenshotForm>
    {
        public Validator(IReadOnlyDictionary<string, ScreenshotShelf.Picture> known)
        {
            RuleFor(form => form.Bilder).Must(rows => rows.Count <= Tool.ScreenshotsMost).WithMessage("Screenshots_TooMany");
            RuleForEach(form => form.Bilder).ChildRules(row =>
            {
                row.RuleFor(one => one.Media).Must(name => known.ContainsKey(name ?? "")).WithMessage("Screenshots_Gone");
                row.RuleFor(one => one.Alt.Nb).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Screenshots_AltMissing");
                foreach (var field in new System.Linq.Expressions.Expression<Func<Row, string?>>[] { one => one.Alt.Nb, one => one.Alt.Nn, one => one.Alt.En })
                {
                    row.RuleFor(field).Must(text => (text ?? "").Trim().Length <= ToolScreenshot.AltMaxLength).WithMessage("Screenshots_AltLong");
                    row.RuleFor(field).Must(text => (text ?? "").Split('\n').All(line => PhoneNumbers.FirstIn(line) is null)).WithMessage("ToolForm_Phone");
                }
            });
        }
    }
}
