namespace UngPortal.Tests.Kernel;

/// <summary>Made-up schedules with seasons, holidays, exceptions and spans past midnight, held against a walk minute by minute that shares no code with the kernel.</summary>
public sealed class OpeningHoursBruteForceTests
{
    [Fact]
    public void StateAt_ManySchedulesOverBothClockChanges_AgreesWithEveryMinute() => Compare(new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Unspecified), 260, 120);

    [Fact]
    public void StateAt_FewSchedulesOverTwentyYears_AgreesWithEveryMinute() => Compare(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 7_305, 12);

    private static void Compare(DateTime firstDay, int days, int schedules)
    {
        var walk = new MinuteWalk(firstDay, days);
        var rules = new MadeUpRules(20261123, firstDay, days);
        for (var schedule = 0; schedule < schedules; schedule++)
        {
            walk.Compare(rules.Next());
        }
    }
}
