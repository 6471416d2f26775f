using NodaTime;
using NodaTime.Text;
using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class OpeningHoursTests
{
    private const string Weekly = "Mo-Fr 09:00-21:00; Sa,Su 15:00-21:00; PH off";

    [Theory]
    [InlineData(Weekly, "2026-11-23T10:00", "open 2026-11-23T21:00")]
    [InlineData(Weekly, "2026-11-23T09:00", "open 2026-11-23T21:00")]
    [InlineData(Weekly, "2026-11-23T21:00", "closed 2026-11-24T09:00")]
    [InlineData(Weekly, "2026-11-27T22:00", "closed 2026-11-28T15:00")]
    [InlineData("Mo-Fr 11:00-14:30,15:00-18:00", "2026-11-23T14:45", "closed 2026-11-23T15:00")]
    [InlineData("Mo-Fr 15:00-18:00,11:00-14:30", "2026-11-23T12:00", "open 2026-11-23T14:30")]
    public void StateAt_OrdinaryDay_FollowsTheSpans(string hours, string local, string expected) => Assert.Equal(expected, State(hours, local));

    [Theory]
    [InlineData(Weekly, "2026-05-13", "540-1260")]
    [InlineData(Weekly, "2026-05-14", "")]
    [InlineData("Fr 18:00-02:00", "2026-11-27", "1080-1560")]
    [InlineData("Fr 18:00-02:00", "2026-11-28", "")]
    [InlineData("24/7", "2026-11-28", "0-1440")]
    [InlineData("Mo-Fr 10:00-11:30,12:00-15:00", "2026-11-23", "600-690 720-900")]
    public void SpansOn_Date_AreThoseOfTheRuleThatDecidesIt(string hours, string date, string expected) =>
        Assert.Equal(expected, string.Join(' ', OpeningHours.ParseOrNull(hours)!.SpansOn(LocalDatePattern.Iso.Parse(date).Value).Select(span => $"{span.From}-{span.To}")));

    [Theory]
    [InlineData(Weekly, "2026-05-14T12:00", "closed 2026-05-15T09:00")]
    [InlineData("Mo-Fr 09:00-21:00; PH 12:00-14:00", "2026-05-14T10:00", "closed 2026-05-14T12:00")]
    [InlineData("Sa,Su,PH 10:00-12:00", "2026-12-25T11:00", "open 2026-12-25T12:00")]
    [InlineData("24/7; PH off", "2026-12-24T23:00", "open 2026-12-25T00:00")]
    [InlineData("24/7; PH off", "2026-12-25T01:00", "closed 2026-12-27T00:00")]
    public void StateAt_PublicHoliday_FollowsTheHolidayRule(string hours, string local, string expected) => Assert.Equal(expected, State(hours, local));

    [Theory]
    [InlineData("Fr 18:00-02:00", "2026-11-28T01:59", "open 2026-11-28T02:00")]
    [InlineData("Fr 18:00-02:00", "2026-11-28T02:00", "closed 2026-12-04T18:00")]
    [InlineData("Fr 18:00-02:00; Sa off", "2026-11-28T01:00", "open 2026-11-28T02:00")]
    [InlineData("Mo 18:30-24:00; Tu 00:00-01:30,18:30-22:30", "2026-11-23T20:00", "open 2026-11-24T01:30")]
    [InlineData("Mo 18:00-02:00; Tu 01:00-03:00", "2026-11-23T20:00", "open 2026-11-24T03:00")]
    [InlineData("Mo 18:30-24:00", "2026-11-23T20:00", "open 2026-11-24T00:00")]
    public void StateAt_SpanOverMidnight_GivesTheRealEnd(string hours, string local, string expected) => Assert.Equal(expected, State(hours, local));

    [Theory]
    [InlineData("Mo-Fr 09:00-15:00; Jun 20-Aug 15 Mo-Fr 10:00-14:00", "2026-07-01T09:30", "closed 2026-07-01T10:00")]
    [InlineData("Mo-Fr 09:00-15:00; Jun 20-Aug 15 Mo-Fr 10:00-14:00", "2026-08-17T09:30", "open 2026-08-17T15:00")]
    [InlineData("Mo-Su 10:00-12:00; Dec 24-Jan 2 off", "2026-12-30T11:00", "closed 2027-01-03T10:00")]
    [InlineData("Mo-Su 10:00-12:00; Mo off; Mo 14:00-15:00", "2026-11-23T11:00", "closed 2026-11-23T14:00")]
    [InlineData("Jul off", "2026-11-23T11:00", "closed")]
    [InlineData("Dec 7 10:00-12:00", "2026-11-23T10:01", "closed 2026-12-07T10:00")]
    [InlineData("Dec 7 10:00-12:00", "2026-11-23T10:00", "closed")]
    public void StateAt_LaterRule_OverridesTheEarlier(string hours, string local, string expected) => Assert.Equal(expected, State(hours, local));

    [Theory]
    [InlineData("24/7", "always")]
    [InlineData("Mo-We 00:00-24:00; Th-Su 00:00-12:00,12:00-24:00", "always")]
    [InlineData("Mo-Su 08:00-08:01,08:01-07:00,07:00-08:00", "always")]
    public void StateAt_NoGap_IsAlwaysOpen(string hours, string expected) => Assert.Equal(expected, State(hours, "2026-03-28T23:59"));

    [Theory]
    [InlineData("02:30-04:00", "2026-10-25T00:00:00Z", "closed 2026-10-25T00:30:00Z")]
    [InlineData("02:30-04:00", "2026-10-25T01:10:00Z", "open 2026-10-25T03:00:00Z")]
    [InlineData("01:00-02:30", "2026-10-25T00:15:00Z", "open 2026-10-25T00:30:00Z")]
    [InlineData("01:00-02:30", "2026-10-25T01:15:00Z", "closed 2026-10-26T00:00:00Z")]
    [InlineData("02:30-04:00", "2027-03-28T00:59:00Z", "closed 2027-03-28T01:00:00Z")]
    [InlineData("01:00-02:30", "2027-03-28T00:15:00Z", "open 2027-03-28T01:00:00Z")]
    [InlineData("02:00-03:00", "2027-03-28T00:15:00Z", "closed 2027-03-29T00:00:00Z")]
    [InlineData("22:00-06:00", "2026-10-24T21:00:00Z", "open 2026-10-25T05:00:00Z")]
    public void StateAt_ClocksChange_TakesTheFirstOfTwoAndTheJumpForNone(string hours, string utc, string expected)
    {
        var state = OpeningHours.ParseOrNull(hours)!.StateAt(InstantPattern.General.Parse(utc).Value);
        Assert.Equal(expected, state switch
        {
            OpeningState.Open open => "open " + InstantPattern.General.Format(open.ClosesAt.ToInstant()),
            OpeningState.Closed { OpensNext: { } opens } => "closed " + InstantPattern.General.Format(opens.ToInstant()),
            _ => "other",
        });
    }

    [Fact]
    public void Of_NoHours_IsUnknownAndNotOpen()
    {
        var state = OpeningState.Of(null, Instant.FromUtc(2026, 11, 23, 12, 0));
        Assert.IsType<OpeningState.Unknown>(state);
        Assert.False(state.IsOpen);
    }

    private static string State(string hours, string local)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
        Assert.True(OpeningHours.TryParse(hours, out var parsed, out var error), error?.ToString());
        return parsed.StateAt(pattern.Parse(local).Value.InZoneStrictly(OsloTime.Zone).ToInstant()) switch
        {
            OpeningState.AlwaysOpen => "always",
            OpeningState.Open open => "open " + pattern.Format(open.ClosesAt.LocalDateTime),
            OpeningState.Closed { OpensNext: { } opens } => "closed " + pattern.Format(opens.LocalDateTime),
            _ => "closed",
        };
    }
}
