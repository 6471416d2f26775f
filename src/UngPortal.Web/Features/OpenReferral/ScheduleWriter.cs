using System.Globalization;
using NodaTime;
using NodaTime.Text;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes the hours of a channel. Hours that nobody knows have no rows.</summary>
public static class ScheduleWriter
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The rows of a channel that belong to the service, or to the service in a place when that is given.</summary>
    public static IEnumerable<ScheduleDocument> Write(Service service, ServiceChannel channel, Guid? atLocation, DocumentSetting setting)
    {
        if (OpeningHours.ParseOrNull(channel.Hours) is not { } hours)
        {
            yield break;
        }

        var notes = hours.IsAlwaysOpen ? null : HolidaysOf(hours, setting);
        var way = $"{setting.Texts["Channel_" + channel.Kind].Value}: {channel.DisplayAddress}";
        foreach (var row in setting.Schedules.RowsOf(hours, setting.Today))
        {
            var (opens, closes, days) = (Clock(row.Opens), Clock(row.Closes), string.Join(',', row.Days.Select(day => Codes[(int)day - 1])));
            var (from, to) = (Date(row.From), Date(row.To));
            yield return new()
            {
                Id = OpenReferralId.Of("schedule", service.Slug, channel.Kind.ToString(), channel.Address, from ?? "", to ?? "", days, opens, closes),
                ServiceId = atLocation is null ? OpenReferralId.Of("service", service.Slug) : null,
                ServiceAtLocationId = atLocation,
                ValidFrom = from,
                ValidTo = to,
                Timezone = row.Offset,
                Freq = "WEEKLY",
                Interval = 1,
                Wkst = Codes[0],
                Byday = days,
                OpensAt = opens + Offset(row),
                ClosesAt = closes + Offset(row),
                Description = hours.IsAlwaysOpen ? setting.Texts["Services_AlwaysOpen"] : $"{DayNames(row, setting)}: {opens}–{(row.Closes % 1440 == 1439 ? "24:00" : closes)}",
                AttendingType = way,
                Notes = notes,
            };
        }
    }

    /// <summary>What holds on public holidays, which no rule of a week can say.</summary>
    private static string? HolidaysOf(OpeningHours hours, DocumentSetting setting)
    {
        var week = hours.WeekAt(setting.Today);
        var holidays = week.Holidays.Select(Written).Distinct().ToList();
        return week.Holidays.Zip(week.Weekdays).All(day => day.First.SequenceEqual(day.Second)) ? setting.Texts["Hsds_HolidaysSame"]
            : holidays is [""] ? setting.Texts["Hsds_HolidaysClosed"]
            : holidays.Count == 1 ? setting.Texts["Hsds_HolidaysHours", holidays[0]]
            : setting.Texts["Hsds_HolidaysOther"];
    }

    private static string Written(IReadOnlyList<(int From, int To)> spans) => string.Join(", ", spans.Select(span => $"{Clock(span.From)}–{(span.To == 1440 ? "24:00" : Clock(span.To % 1440))}"));

    private static string DayNames(WeekRow row, DocumentSetting setting)
    {
        var names = setting.Language.Culture.DateTimeFormat.DayNames;
        return string.Join(", ", row.Days.Select(day => names[(int)day % 7]));
    }

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static string Offset(WeekRow row) => row.From is null ? "Z" : string.Create(CultureInfo.InvariantCulture, $"+{row.Offset:00}:00");

    private static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
