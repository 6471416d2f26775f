using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The answers of an assessor, one for each criterion of the half. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed class AssessForm
{
    private const int Kept = 20_000;

    public List<Answer> Svar { get; init; } = [];

    /// <summary>The version that was opened.</summary>
    public int Versjon { get; set; }

    public static AssessForm Of(Assessment assessment, IEnumerable<Criterion> criteria) => new()
    {
        Svar = [.. criteria.Select(criterion => assessment.Find(criterion.Key) is { } score ? new Answer { Nokkel = criterion.Key, Poeng = score.Points, Belegg = score.Evidence, Kommentar = score.Comment } : new Answer { Nokkel = criterion.Key })],
        Versjon = assessment.Version,
    };

    /// <summary>The answers to the criteria that there are, in their order.</summary>
    public List<CriterionScore> ToScores(IEnumerable<Criterion> criteria) =>
        [.. criteria.Select(criterion => Svar.Find(answer => answer.Nokkel == criterion.Key) is { } answer ? new CriterionScore(criterion.Key, answer.Poeng, answer.Belegg?.Trim() ?? "", answer.Kommentar?.Trim() ?? "") : new CriterionScore(criterion.Key, null, "", ""))];

    public sealed class Answer
    {
        [StringLength(Kernel.Slug.MaxLength)]
        public string? Nokkel { get; set; }

        public int? Poeng { get; set; }

        [StringLength(Kept)]
        public string? Belegg { get; set; }

        [StringLength(Kept)]
        public string? Kommentar { get; set; }
    }

    /// <summary>What is kept on the way may have gaps; what is finished may not.</summary>
    public sealed class Validator : AbstractValidator<AssessForm>
    {
        public Validator(IReadOnlyDictionary<string, Criterion> criteria, bool isFinished)
        {
            RuleForEach(form => form.Svar).ChildRules(answer =>
            {
                answer.RuleFor(one => one.Poeng).Must((one, points) => (points is null && !isFinished) || (criteria.TryGetValue(one.Nokkel ?? "", out var criterion) && CriterionScore.IsAnswer(criterion, points))).WithMessage("Assess_PointsMissing");
                answer.RuleFor(one => one.Belegg).Must(text => !isFinished || !string.IsNullOrWhiteSpace(text)).WithMessage("Assess_EvidenceMissing");
                answer.RuleFor(one => one.Belegg).Must(IsShort).WithMessage("Assess_TooLong");
                answer.RuleFor(one => one.Kommentar).Must(IsShort).WithMessage("Assess_TooLong");
            });
            RuleFor(form => form.Svar).Must(answers => !isFinished || criteria.Keys.All(key => answers.Exists(answer => answer.Nokkel == key))).WithMessage("Assess_PointsMissing");
        }

        private static bool IsShort(string? text) => (text ?? "").Trim().Length <= CriterionScore.TextMaxLength;
    }
}
