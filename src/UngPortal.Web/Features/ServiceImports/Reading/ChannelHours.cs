using NodaTime;
using UngPortal.Features.ServiceImports.Schedules;
using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The hours of ways to reach a service, as HSDS has them: schedules, and holidays that are for all of them.</summary>
internal sealed class ChannelHours(IReadOnlyList<ServicePart> holidays, DateOnly today)
{
    /// <summary>Whether the hours are those of a number or page: HSDS has no tie between them, but the open interface names it.</summary>
    public static bool IsOf(ServicePart schedule, ServicePart phone)
    {
        var number = phone.Text("number");
        return schedule.Text("attending_type").Split(": ", 2) is [_, var display]
            && (ContactFields.IsHttps(number) ? display == number || display == ContactFields.HostOf(number) : ContactFields.Dialled(display) == ContactFields.Dialled(number));
    }

    public string? Read(IReadOnlyList<ServicePart> schedules)
    {
        var day = LocalDate.FromDateOnly(today);
        var (hours, fault) = ScheduleReader.Read([.. schedules.Select(schedule => schedule.Schedule())], day, out var at);
        if (fault is not null)
        {
            schedules[at].Fail(fault);
        }

        (hours, fault) = HolidayReader.Onto(hours, [.. holidays.Select(holiday => holiday.Holiday())], day, out at);
        if (fault is not null)
        {
            holidays[at].Fail(fault);
        }

        return hours;
    }
}
