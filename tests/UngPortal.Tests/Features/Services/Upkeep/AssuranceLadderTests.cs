using UngPortal.Features.Services;

namespace UngPortal.Tests.Features.Services.Upkeep;

public sealed class AssuranceLadderTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(0, 0, Freshness.Fresh)]
    [InlineData(89, 89, Freshness.Fresh)]
    [InlineData(90, 90, Freshness.Due)]
    [InlineData(119, 119, Freshness.Due)]
    [InlineData(120, 120, Freshness.Noted)]
    [InlineData(149, 149, Freshness.Noted)]
    [InlineData(150, 150, Freshness.Stale)]
    [InlineData(700, 149, Freshness.Noted)]
    [InlineData(700, 150, Freshness.Stale)]
    [InlineData(10, 700, Freshness.Fresh)]
    [InlineData(700, null, Freshness.Stale)]
    public void On_ADay_IsTheStepOfBothAges(int daysSinceAssured, int? daysSinceTakenIn, Freshness expected) =>
        Assert.Equal(expected, AssuranceLadder.On(Today, ServiceKind.Helpline, Today.AddDays(-daysSinceAssured), daysSinceTakenIn is { } days ? Today.AddDays(-days) : null));

    [Fact]
    public void On_AnEmergencyNumber_KeepsItsClaim() =>
        Assert.Equal(Freshness.Noted, AssuranceLadder.On(Today, ServiceKind.Emergency, Today.AddYears(-5), Today.AddYears(-5)));

    [Theory]
    [InlineData("man-fre 9.00-15.30; lør stengt", "Mo-Fr 09:00-15:30; Sa off")]
    [InlineData("Mo-Fr 09:00–15:00", "Mo-Fr 09:00-15:00")]
    [InlineData("tys,tor 12:00-14:00\nhelgedagar stengt", "Tu,Th 12:00-14:00; PH off")]
    [InlineData("døgnåpent", "24/7")]
    [InlineData("jun 20-aug 15 man 10.00-14.00;", "Jun 20-Aug 15 Mo 10:00-14:00")]
    [InlineData("mandag til fredag", "Mo til Fr")]
    public void Words_AsPeopleWriteThem_BecomeSyntax(string written, string syntax) => Assert.Equal(syntax, HoursWords.ToSyntax(written));

    [Fact]
    public void Words_OfTheSyntax_ReadBackTheSame()
    {
        const string Syntax = "Mo-Fr 09:00-15:00; Sa,Su off; PH off; May 1-Oct 31 Mo 10:00-12:00; Dec 24 off";
        Assert.Equal("man-fre 09:00-15:00; lør,søn stengt; helligdager stengt; mai 1-okt 31 man 10:00-12:00; des 24 stengt", HoursWords.ToWords(Syntax));
        Assert.Equal(Syntax, HoursWords.ToSyntax(HoursWords.ToWords(Syntax)));
        Assert.Equal("24/7", HoursWords.ToSyntax(HoursWords.ToWords("24/7")));
    }

    [Fact]
    public void DatedHours_TakenApart_GoTogetherAgain()
    {
        var hours = DatedHours.Of("Mo-Fr 09:00-15:00; PH off; 2026 Dec 24-2027 Jan 2 off; 2027 Jan 4 10:00-12:00");

        Assert.Equal("Mo-Fr 09:00-15:00; PH off", hours.Regular);
        Assert.Equal([(new DateOnly(2026, 12, 24), new DateOnly(2027, 1, 2), true), (new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 4), false)], hours.Exceptions.Select(one => (one.From, one.To, one.IsClosed)));
        Assert.Equal("Mo-Fr 09:00-15:00; PH off; 2026 Dec 24-2027 Jan 2 off; 2027 Jan 4-2027 Jan 4 10:00-12:00", hours.Text);
        Assert.Equal("Mo-Fr 09:00-15:00; PH off; 2027 Jan 4-2027 Jan 4 10:00-12:00", hours.Since(new DateOnly(2027, 1, 3)).Text);
        Assert.Null(DatedHours.Of(null).Text);
    }
}
