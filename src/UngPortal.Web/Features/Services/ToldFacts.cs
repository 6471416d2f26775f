namespace UngPortal.Features.Services;

/// <summary>What a service may tell of itself that somebody can verify: a closed set. What isn't told is unknown, and is never shown as a no.</summary>
public static class ToldFacts
{
    /// <summary>How one gets in and along, with a disability.</summary>
    public static readonly IReadOnlyList<string> Access = ["step-free", "lift", "accessible-toilet", "accessible-parking", "induction-loop", "sign-interpreter", "quiet-waiting"];

    /// <summary>Who is there.</summary>
    public static readonly IReadOnlyList<string> People = ["nurse", "doctor", "midwife", "psychologist", "family-therapist", "social-worker", "physiotherapist", "lawyer", "youth-worker", "volunteer"];

    /// <summary>It costs nothing; who tells that tells no price.</summary>
    public const string Free = "free";

    /// <summary>On what terms one is helped.</summary>
    public static readonly IReadOnlyList<string> Offers = [Free, "anonymous", "no-login", "not-recorded", "video", "bookable"];

    public static readonly IReadOnlyList<string> All = [.. Offers, .. Access, .. People];

    /// <summary>Each once, in the set's own order: what is told is the same however it was told.</summary>
    public static string[] Sorted(IReadOnlyList<string> all, IReadOnlyCollection<string> told) =>
        told.All(all.Contains) ? [.. all.Where(told.Contains)] : throw new InvalidOperationException("That is no fact that can be told.");

    /// <summary>What came to be told and what is told no more, for the history.</summary>
    public static string Change(ServiceFacts before, ServiceFacts after)
    {
        var (then, now) = (before.Languages.Concat(before.Told).ToList(), after.Languages.Concat(after.Told).ToList());
        var runBy = before.RunBy == after.RunBy ? [] : new[] { $"runBy: {before.RunBy ?? "–"} → {after.RunBy ?? "–"}" };
        return string.Join(", ", now.Except(then).Select(fact => "+" + fact).Concat(then.Except(now).Select(fact => "−" + fact)).Concat(runBy));
    }
}
