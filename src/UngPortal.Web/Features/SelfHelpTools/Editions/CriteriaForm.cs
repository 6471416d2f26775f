using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools.Editions;

/// <summary>The criteria of a draft, one row each; an empty question takes the row away. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed class CriteriaForm
{
    private const int Kept = 20_000;

    public List<Row> Rader { get; init; } = [];

    /// <summary>The version that was opened.</summary>
    public int Versjon { get; set; }

    /// <summary>The rows of a draft, and an empty one to write the next in.</summary>
    public static CriteriaForm Of(CriteriaVersion version) => new()
    {
        Rader =
        [
            .. version.Criteria.Select(one => new Row { Nokkel = one.Key, Omrade = one.Area, Del = one.Part, Sperre = one.IsKnockOut, Sporsmal = one.Question, Belegg = one.Evidence }),
            new Row { Omrade = QualityArea.Safety, Del = AssessmentPart.Professional },
        ],
        Versjon = version.Version,
    };

    /// <summary>A new row's key is made of its question, with a number where the key is taken.</summary>
    public IReadOnlyList<Criterion> ToCriteria()
    {
        var keys = Rader.Where(row => row.IsWritten && Slug.IsValid(row.Nokkel)).Select(row => row.Nokkel!).ToHashSet(StringComparer.Ordinal);
        return [.. Rader.Where(row => row.IsWritten).DistinctBy(row => Slug.IsValid(row.Nokkel) ? row.Nokkel : (object)row).Select(row => new Criterion(
            Slug.IsValid(row.Nokkel) ? row.Nokkel! : NewKey(row.Sporsmal!, keys), row.Omrade, row.Del, row.Sperre, row.Sporsmal!.Trim(), row.Belegg!.Trim()))];
    }

    private static string NewKey(string question, HashSet<string> keys)
    {
        const int Room = 60;
        var start = Slug.From(question.Length > Room ? question[..Room] : question) is { Length: > 0 } slug ? slug : "kriterium";
        var key = start;
        for (var number = 2; !keys.Add(key); number++)
        {
            key = $"{start}-{number}";
        }

        return key;
    }

    public sealed class Row
    {
        [StringLength(Slug.MaxLength)]
        public string? Nokkel { get; set; }

        public QualityArea Omrade { get; set; }

        public AssessmentPart Del { get; set; }

        public bool Sperre { get; set; }

        [StringLength(Kept)]
        public string? Sporsmal { get; set; }

        [StringLength(Kept)]
        public string? Belegg { get; set; }

        public bool IsWritten => !string.IsNullOrWhiteSpace(Sporsmal);
    }

    public sealed class Validator : AbstractValidator<CriteriaForm>
    {
        public Validator()
        {
            RuleFor(form => form.Rader).Must(rows => rows.Count(row => row.IsWritten) <= CriteriaVersion.Most).WithMessage("Criteria_TooMany");
            RuleForEach(form => form.Rader).Where(row => row.IsWritten || !string.IsNullOrWhiteSpace(row.Belegg)).ChildRules(row =>
            {
                row.RuleFor(one => one.Sporsmal).Must(text => (text ?? "").Trim().Length is > 0 and <= Criterion.QuestionMaxLength).WithMessage("Criteria_QuestionWrong");
                row.RuleFor(one => one.Belegg).Must(text => (text ?? "").Trim().Length is > 0 and <= Criterion.EvidenceMaxLength).WithMessage("Criteria_EvidenceWrong");
                row.RuleFor(one => one.Omrade).IsInEnum().WithMessage("ToolForm_ChooseListed");
                row.RuleFor(one => one.Del).IsInEnum().WithMessage("ToolForm_ChooseListed");
            });
        }
    }
}
