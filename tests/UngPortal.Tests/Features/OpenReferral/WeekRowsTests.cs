using System.Globalization;
using NodaTime;
using NodaTime.Text;
using UngPortal.Features.OpenReferral;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.OpenReferral;

/// <summary>Rows say of each common day what the hours themselves say.</summary>
public sealed class WeekRowsTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Mo-Fr 09:00-21:00; Sa,Su 15:00-21:00; PH off")]
    [InlineData("Mo-Th 10:00-16:00,17:00-21:00; Fr 10:00-16:00; PH off")]
    [InlineData("Mo,We,Fr-Su 14:00-22:00; Tu,Th 14:00-24:00; Jun 20-Aug 20 16:00-22:00; Dec 20-Jan 3 16:00-22:00")]
    [InlineData("Th-Fr 00:00-01:30,18:30-24:00; Sa-Su 22:00-02:00")]
    [InlineData("Su-Th 18:00-23:00; Fr-Sa 18:00-03:00; Jul off")]
    [InlineData("Jun 20-Aug 15 Fr 22:00-06:00")]
    [InlineData("Mo-Su 00:00-24:00")]
    public void Rows_OnEveryDayThatIsNoHoliday_SayWhatTheHoursSay(string text)
    {
        var hours = OpeningHours.ParseOrNull(text)!;
        var rows = WeekRows.Of(hours, Today);

        Assert.NotEmpty(rows);
        for (var date = Today; date < new LocalDate(2028, 1, 1); date = date.PlusDays(1))
        {
            if (NorwegianHolidays.IsHoliday(date) || NorwegianHolidays.IsHoliday(date.PlusDays(-1)))
            {
                continue;
            }

            var own = hours.SpansOn(date).Select(span => (span.From, Math.Min(span.To, 1439)));
            var before = date == new LocalDate(2026, 1, 1) ? [] : hours.SpansOn(date.PlusDays(-1)).Where(span => span.To > 1440).Select(span => (From: 0, Math.Min(span.To - 1440, 1439)));
            var written = rows.Where(row => (row.From is null || (row.From <= date && date <= row.To)) && row.Days.Contains(date.DayOfWeek)).Select(row => (row.Opens, row.Closes));
            Assert.True(own.Concat(before).Order().SequenceEqual(written.Order()), $"{text} on {date:R}: {string.Join(' ', written)}");
        }
    }

    [Fact]
    public void Rows_HoldUntilTheClocksChange()
    {
        var rows = WeekRows.Of(OpeningHours.ParseOrNull("Mo 09:00-10:00")!, Today);

        Assert.Equal(["2026-10-25 2027-03-27 1", "2027-03-28 2027-10-30 2", "2027-10-31 2027-12-31 1"], rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(row.From!.Value)} {LocalDatePattern.Iso.Format(row.To!.Value)} {row.Offset}")));
    }

    [Fact]
    public void Rows_OfWhatNeverCloses_AreOne()
    {
        var row = Assert.Single(WeekRows.Of(OpeningHours.ParseOrNull("24/7")!, Today));

        Assert.Equal((null, 0, 1439, 7), (row.From, row.Opens, row.Closes, row.Days.Count));
    }

    [Fact]
    public void Rows_OfWhatNeverOpens_AreNone() => Assert.Empty(WeekRows.Of(OpeningHours.ParseOrNull("off")!, Today));
}
