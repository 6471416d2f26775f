using Quartz;

namespace UngPortal.Platform.Jobs;

/// <summary>Registers jobs and their hours.</summary>
public static class JobsWiring
{
    /// <summary>Adds a job that runs every night at the hour and minute, Oslo time.</summary>
    public static void AddNightlyJob<T>(this IServiceCollection services, int hour, int minute)
        where T : class, IPortalJob
    {
        services.AddScoped<T>();
        services.AddQuartz(quartz =>
        {
            // A site that is told to end tells its jobs, and waits until they have put down what they hold.
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.ScheduleJob<QuartzJob<T>>(trigger => trigger
                .WithIdentity(typeof(T).Name)
                .WithCronSchedule($"0 {minute} {hour} * * ?", cron => cron.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"))));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
