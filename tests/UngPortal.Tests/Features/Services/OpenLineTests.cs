using NodaTime;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

public sealed class OpenLineTests
{
    // A Monday, a quarter past twelve.
    private static readonly Instant Now = new LocalDateTime(2026, 11, 23, 12, 15).InZoneStrictly(OsloTime.Zone).ToInstant();

    [Theory]
    [InlineData("24/7", "Open_Always")]
    [InlineData(null, "Open_Unknown")]
    [InlineData("Jul 1 10:00-12:00", "Open_Closed")]
    [InlineData("Mo 09:00-21:00", "Open_ClosesAt 21:00")]
    [InlineData("Mo 09:00-24:00", "Open_ClosesAt 24:00")]
    [InlineData("Mo 09:00-24:00; Tu 00:00-01:30", "Open_ClosesAt 01:30")]
    [InlineData("Mo 09:00-02:00", "Open_ClosesAt 02:00")]
    [InlineData("Mo,Tu 00:00-24:00", "Open_ClosesOn tir 24:00")]
    [InlineData("24/7; We off", "Open_ClosesOn tir 24:00")]
    [InlineData("24/7; We 00:00-10:00", "Open_ClosesOn ons 10:00")]
    [InlineData("24/7; PH off", "Open_Now")]
    [InlineData("Mo 15:00-21:00", "Open_OpensAt 15:00")]
    [InlineData("Tu 00:00-01:30", "Open_OpensOn tir 00:00")]
    [InlineData("Th 08:00-15:00", "Open_OpensOn tor 08:00")]
    [InlineData("Su 08:00-15:00", "Open_OpensOn søn 08:00")]
    [InlineData("Mo 08:00-12:00", "Open_OpensOnDate 30. november 08:00")]
    public void Of_Hours_GivesTheKeyAndItsWords(string? hours, string expected) => Assert.Equal(expected, Line(hours, Language.Bokmal));

    [Theory]
    [InlineData("nn", "nn-NO", "Open_OpensOn tor 08:00")]
    [InlineData("en", "en-GB", "Open_OpensOn Thu 08:00")]
    public void Of_OtherLanguage_NamesTheDayInIt(string code, string culture, string expected) =>
        Assert.Equal(expected, Line("Th 08:00-15:00", new Language(code, culture)));

    [Fact]
    public void IsSameAs_OtherTime_IsFalse()
    {
        Assert.True(new OpenLine(OpenLine.OpensAt, ["15:00"]).IsSameAs(new OpenLine(OpenLine.OpensAt, ["15:00"])));
        Assert.False(new OpenLine(OpenLine.OpensAt, ["15:00"]).IsSameAs(new OpenLine(OpenLine.OpensAt, ["16:00"])));
    }

    private static string Line(string? hours, Language language)
    {
        var line = OpenLine.Of(OpeningState.Of(OpeningHours.ParseOrNull(hours), Now), Now, language);
        return string.Join(' ', line.Args.Prepend(line.Key));
    }
}
