namespace UngPortal.Features.Services;

/// <summary>What is wrong in a content file, for the person who wrote it; lines count from 1.</summary>
public sealed record ImportProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
