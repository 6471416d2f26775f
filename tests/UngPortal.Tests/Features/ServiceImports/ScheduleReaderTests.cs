using NodaTime;
using NodaTime.Text;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Schedules;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>What is written as schedules is read back as the same hours, and what our hours cannot say is refused.</summary>
public sealed class ScheduleReaderTests
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("24/7")]
    [InlineData("Mo-Fr 09:00-21:00")]
    [InlineData("Mo-Th 10:00-16:00,17:00-21:00; Fr 10:00-16:00")]
    [InlineData("Su-Th 18:00-23:00; Fr-Sa 18:00-03:00")]
    [InlineData("Mo,We,Fr-Su 14:00-22:00; Tu,Th 14:00-24:00; Jun 20-Aug 20 16:00-22:00; Dec 20-Jan 3 16:00-22:00")]
    [InlineData("Mo-Fr 08:00-15:30; Jul off")]
    [InlineData("Jun 20-Aug 15 Fr 22:00-06:00")]
    public void Hours_WrittenAndReadBack_AreOpenOnTheSameMinutes(string text) => AssertReadBack(text);

    /// <summary>Hours of every sort, made by arithmetic: two rules a week, half of them with a season and spans past midnight.</summary>
    [Fact]
    public void ManyHours_WrittenAndReadBack_AreOpenOnTheSameMinutes()
    {
        for (var number = 0; number < 300; number++)
        {
            var (first, second) = (number % 7, (number * 3 / 2) % 7);
            var (opens, closes) = (number * 37 % 1200 / 15 * 15, (number * 91 % 1440) / 15 * 15);
            var span = opens == closes ? "09:00-15:00" : $"{opens / 60:00}:{opens % 60:00}-{closes / 60:00}:{closes % 60:00}";
            var season = number % 2 == 0 ? "" : $"; {(number % 4 == 1 ? "Jun 20-Aug 15" : "Dec 20-Jan 3")} {Days[second]} {10 + (number % 5)}:00-16:00";
            AssertReadBack($"{Days[first]},{Days[second]} {span}{season}");
        }
    }

    [Theory]
    [InlineData("MONTHLY", "MO", "09:00", "15:00", ImportFaultKind.BadFrequency)]
    [InlineData("WEEKLY", "ZZ", "09:00", "15:00", ImportFaultKind.BadByDay)]
    [InlineData("WEEKLY", "1MO", "09:00", "15:00", ImportFaultKind.BadByDay)]
    [InlineData("WEEKLY", "", "09:00", "15:00", ImportFaultKind.BadByDay)]
    [InlineData("WEEKLY", "MO", "25:00", "26:00", ImportFaultKind.BadTime)]
    [InlineData("WEEKLY", "MO", "09:00", "25:00", ImportFaultKind.BadTime)]
    [InlineData("WEEKLY", "MO", "ni", "15:00", ImportFaultKind.BadTime)]
    [InlineData("WEEKLY", "MO", "15:00", "09:00", ImportFaultKind.ClosesFirst)]
    [InlineData("WEEKLY", "MO", "09:00", "", ImportFaultKind.HalfTime)]
    [InlineData("WEEKLY", "MO", "09:00Z", "15:00Z", ImportFaultKind.OtherClock)]
    [InlineData("WEEKLY", "MO", "09:00+01:00", "15:00+02:00", ImportFaultKind.OtherClock)]
    public void ARule_ThatOurHoursCannotSay_IsRefused(string freq, string byday, string opens, string closes, ImportFaultKind expected)
    {
        var (hours, fault) = ScheduleReader.Read([new() { Freq = freq, Byday = byday, OpensAt = opens, ClosesAt = closes }], Today);

        Assert.Null(hours);
        Assert.Equal(expected, fault?.Kind);
    }

    [Fact]
    public void PartsOfARule_ThatWouldBeGuessed_AreRefused()
    {
        var row = new ScheduleRow { Freq = "WEEKLY", Byday = "MO", OpensAt = "09:00", ClosesAt = "15:00" };

        Assert.Equal(ImportFaultKind.BadInterval, ScheduleReader.Read([row with { Interval = "2" }], Today).Fault?.Kind);
        Assert.Equal(ImportFaultKind.BadCount, ScheduleReader.Read([row with { Count = "1000000000" }], Today).Fault?.Kind);
        Assert.Equal(ImportFaultKind.BadByRule, ScheduleReader.Read([row with { OtherParts = "-1" }], Today).Fault?.Kind);
        Assert.Equal(ImportFaultKind.BadValidity, ScheduleReader.Read([row with { ValidFrom = "2027-05-01", ValidTo = "2027-04-01" }], Today).Fault?.Kind);
        Assert.Equal(ImportFaultKind.BadValidity, ScheduleReader.Read([row with { ValidFrom = "i fjor" }], Today).Fault?.Kind);
        Assert.Equal(ImportFaultKind.TooManyHours, ScheduleReader.Read([.. Enumerable.Repeat(row, ScheduleReader.RowsMost + 1)], Today).Fault?.Kind);
    }

    /// <summary>The row that is wrong is the second.</summary>
    [Fact]
    public void Spans_ThatRunIntoOneAnother_AreRefused_AndTheSameTwiceIsOne()
    {
        var row = new ScheduleRow { Freq = "WEEKLY", Byday = "MO,TU", OpensAt = "09:00", ClosesAt = "15:00" };
        var (_, fault) = ScheduleReader.Read([row, row with { Byday = "TU", OpensAt = "14:00", ClosesAt = "18:00" }], Today, out var at);

        Assert.Equal((new ImportFault(ImportFaultKind.Overlap, "09:00-15:00 / 14:00-18:00", "opens_at"), 1), (fault, at));
        Assert.Equal(("Mo,Tu 09:00-15:00", null), ScheduleReader.Read([row, row with { Byday = "TU" }], Today));
        Assert.Equal("Mo 09:00-15:00; Tu 09:00-15:00,15:00-18:00", ScheduleReader.Read([row, row with { Byday = "TU", OpensAt = "15:00", ClosesAt = "18:00" }], Today).Hours);
    }

    [Fact]
    public void Times_OfAnotherZone_AreRefused()
    {
        var row = new ScheduleRow { Freq = "WEEKLY", Byday = "MO", OpensAt = "09:00", ClosesAt = "15:00" };

        Assert.Equal(new ImportFault(ImportFaultKind.OtherClock, "-5", "timezone"), ScheduleReader.Read([row with { Timezone = "-5" }], Today).Fault);
        Assert.Equal("Mo 09:00-15:00", ScheduleReader.Read([row with { Timezone = "1" }], Today).Hours);
    }

    [Fact]
    public void Holidays_AreLaidOverTheWeek()
    {
        HolidayRow[] rows = [new("true", "2026-12-24", "2027-01-02", "", ""), new("false", "2027-05-16", "", "10:00", "12:00"), new("true", "2020-12-24", "2020-12-26", "", "")];

        Assert.Equal("Mo-Fr 09:00-15:00; 2026 Dec 24-2027 Jan 2 off; 2027 May 16-2027 May 16 10:00-12:00", HolidayReader.Onto("Mo-Fr 09:00-15:00", rows, Today, out _).Hours);
        Assert.Null(HolidayReader.Onto(null, rows, Today, out _).Hours);
        Assert.Equal(new ImportFault(ImportFaultKind.BadValidity, "i fjor/", "start_date"), HolidayReader.Onto("24/7", [new("true", "i fjor", "", "", "")], Today, out _).Fault);
        Assert.Equal(ImportFaultKind.BadTime, HolidayReader.Onto("24/7", [new("", "2027-05-16", "", "25:00", "26:00")], Today, out _).Fault?.Kind);
    }

    [Fact]
    public void SomeDaysOnly_AreSaidWithTheirYears()
    {
        var row = new ScheduleRow { Freq = "WEEKLY", Byday = "MO,TU", OpensAt = "09:00+01:00", ClosesAt = "15:00+01:00", ValidFrom = "2026-12-01", ValidTo = "2026-12-22" };

        Assert.Equal(("off; 2026 Dec 1-2026 Dec 22 off; 2026 Dec 1-2026 Dec 22 Mo,Tu 09:00-15:00", null), ScheduleReader.Read([row], Today));
    }

    [Fact]
    public void NoTimes_SayNothing() => Assert.Equal((null, null), ScheduleReader.Read([new() { Freq = "WEEKLY", Byday = "MO" }], Today));

    private static void AssertReadBack(string text)
    {
        var hours = OpeningHours.ParseOrNull(text)!;
        Assert.NotNull(hours);
        var (read, fault) = ScheduleReader.Read([.. WeekRows.Of(hours, Today).Select(Row)], Today);
        Assert.True(fault is null, $"{text}: {fault}");
        var back = OpeningHours.ParseOrNull(read);
        Assert.True(back is not null, $"{text}: {read}");
        for (var date = Today; date < new LocalDate(2027, 12, 31); date = date.PlusDays(1))
        {
            Assert.True(hours.SpansOn(date).SequenceEqual(back.SpansOn(date)) || Minutes(hours, date).SequenceEqual(Minutes(back, date)), $"{text} became {read} on {date:R}");
        }
    }

    private static ScheduleRow Row(WeekRow row)
    {
        var offset = row.From is null ? "Z" : $"+{row.Offset:00}:00";
        return new()
        {
            Freq = "WEEKLY",
            Interval = "1",
            Byday = string.Join(',', row.Days.Select(day => Codes[(int)day - 1])),
            ValidFrom = row.From is { } from ? LocalDatePattern.Iso.Format(from) : "",
            ValidTo = row.To is { } to ? LocalDatePattern.Iso.Format(to) : "",
            OpensAt = $"{row.Opens / 60:00}:{row.Opens % 60:00}{offset}",
            ClosesAt = $"{row.Closes / 60:00}:{row.Closes % 60:00}{offset}",
        };
    }

    /// <summary>Every quarter of an hour of the date when it is open, by what began today or yesterday.</summary>
    private static IEnumerable<int> Minutes(OpeningHours hours, LocalDate date) => Enumerable.Range(0, 96).Select(quarter => quarter * 15).Where(minute =>
        hours.SpansOn(date).Any(span => span.From <= minute && minute < span.To) || hours.SpansOn(date.PlusDays(-1)).Any(span => span.From <= minute + 1440 && minute + 1440 < span.To));
}
