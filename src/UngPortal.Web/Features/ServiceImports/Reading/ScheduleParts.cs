using UngPortal.Features.ServiceImports.Schedules;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The parts of a service that tell when it is open.</summary>
internal static class ScheduleParts
{
    // What a rule of iCalendar can say, and our opening hours cannot.
    private static readonly string[] Others = ["byweekno", "bymonthday", "byyearday", "bysetpos", "bymonth", "rrule"];

    extension(ServicePart part)
    {
        public ScheduleRow Schedule()
        {
            var other = Array.Find(Others, name => part.Text(name).Length > 0) ?? "";
            return new()
            {
                ValidFrom = part.Text("valid_from"),
                ValidTo = part.Text("valid_to"),
                DtStart = part.Text("dtstart"),
                Until = part.Text("until"),
                Count = part.Text("count"),
                Freq = part.Text("freq"),
                Interval = part.Text("interval"),
                Byday = part.Text("byday"),
                Timezone = part.Text("timezone"),
                OtherField = other,
                OtherParts = other.Length > 0 ? part.Text(other) : "",
                OpensAt = part.Text("opens_at"),
                ClosesAt = part.Text("closes_at"),
            };
        }

        public HolidayRow Holiday() => new(part.Text("closed"), part.Text("start_date"), part.Text("end_date"), part.Text("opens_at"), part.Text("closes_at"));
    }
}
