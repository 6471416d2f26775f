using System.Globalization;
using NodaTime;
using NodaTime.Text;
using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class NorwegianHolidaysTests
{
    private static readonly (LocalDate Date, string Type, string Rule)[] Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Kernel", "Data", "public_holidays_no_2024_2040.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (LocalDatePattern.Iso.Parse(cells[0]).Value, cells[3], cells[4]))];

    [Fact]
    public void In_EachListedYear_GivesThePublicDays()
    {
        Assert.Equal(255, Rows.Length);
        Assert.All(Rows.GroupBy(row => row.Date.Year), year =>
            Assert.Equal(year.Where(row => row.Type == "public").Select(row => row.Date).Distinct().Order(), NorwegianHolidays.In(year.Key)));
    }

    [Fact]
    public void IsHoliday_EachListedRow_IsTrueForPublicDaysOnly() =>
        Assert.All(Rows, row => Assert.Equal(row.Type == "public", NorwegianHolidays.IsHoliday(row.Date)));

    [Fact]
    public void EasterSunday_EachListedRule_IsTheDistanceItSays() =>
        Assert.All(Rows.Where(row => row.Rule.StartsWith("easter", StringComparison.Ordinal)), row =>
        {
            var offset = row.Rule == "easter" ? 0 : int.Parse(row.Rule["easter".Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            Assert.Equal(row.Date, NorwegianHolidays.EasterSunday(row.Date.Year).PlusDays(offset));
        });

    [Fact]
    public void IsHoliday_EveryDayOfTheCentury_AgreesWithTheYearsList()
    {
        for (var year = 2000; year < 2100; year++)
        {
            var listed = NorwegianHolidays.In(year).ToHashSet();
            Assert.All(new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)), date =>
                Assert.Equal(listed.Contains(date), NorwegianHolidays.IsHoliday(date)));
        }
    }
}
