using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions.Codes;

/// <summary>The configuration section <c>AnswerCodes</c>: how many wrong codes are borne. Source: product/questions.md, "The code".</summary>
public sealed record CodeOptions
{
    public const string Section = "AnswerCodes";

    /// <summary>Wrong tries of one connection in ten minutes before it must wait.</summary>
    [Range(1, 1_000)]
    public int FreeTries { get; init; } = 5;

    /// <summary>Wrong tries of everybody in ten minutes on one node, before all look-ups pause.</summary>
    [Range(10, 1_000_000)]
    public int TriesOfAll { get; init; } = 5_000;
}
