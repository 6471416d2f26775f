namespace UngPortal.Benchmarks.Scale;

/// <summary>Questions and answers of realistic lengths; the same on every run.</summary>
internal sealed class MadeUpTexts(Random random)
{
    private readonly ArticleMix _mix = new(random);

    /// <summary>A question and its answer, about one thing.</summary>
    public MadeUpText About(string language) => new(random, _mix, _mix.Subject(language));
}
