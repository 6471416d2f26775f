using UngPortal.Kernel;

namespace UngPortal.Features.Safety;

/// <summary>What a text shows. A reason is the name of a group of patterns such as <c>self-harm</c>, never anything of the text.</summary>
public sealed record CrisisSigns(Severity Severity, IReadOnlyList<string> Reasons)
{
    public static readonly CrisisSigns None = new(Severity.Green, []);
}
