using UngPortal.Kernel;

namespace UngPortal.Features.Safety;

/// <summary>What a text shows. A reason is the name of a group of patterns such as <c>self-harm</c>, never anything of the text.</summary>
public sealed record CrisisSigns(Severity Severity, IReadOnlyList<string> Reasons)
{
    /// <summary>The reason, first of all, where the rules alone would not say so.</summary>
    public const string Model = "model";

    public static readonly CrisisSigns None = new(Severity.Green, []);

    public bool IsByModel => Reasons is [Model, ..];
}
