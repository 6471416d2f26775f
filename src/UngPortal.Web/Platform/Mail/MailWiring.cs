using UngPortal.Platform.Jobs;
using UngPortal.Platform.Web;

namespace UngPortal.Platform.Mail;

/// <summary>Registers the post box and, where there is somewhere to send to, the delivery.</summary>
public static class MailWiring
{
    /// <summary>Adds <see cref="MailPost"/>; mails go to the configured server, in Development without one into a folder.</summary>
    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations()
            .Validate(mail => mail.HasSender, "Mail:From must be one address, with or without a name.")
            .Validate<IHostEnvironment>((mail, host) => mail.Host.Length == 0 || mail.Tls || mail.IsLoopback || !host.IsProduction(), "Mail:Tls may be off in Production only for a mail server on the same machine.")
            .Validate(mail => mail.User.Length > 0 == mail.Password.Length > 0, "Mail:User and Mail:Password go together.")
            .ValidateOnStart();
        services.AddSingleton<MailText>();
        services.AddScoped<MailPost>();
        services.AddScoped<IStartupStep, MailReadiness>();
        services.AddNightlyJob<MailRetention>(hour: 3, minute: 20);
        if (builder.Configuration.GetSection(MailOptions.Section).Get<MailOptions>() is { Host.Length: > 0 })
        {
            services.AddSingleton<IMailer, SmtpMailer>();
        }
        else if (builder.Environment.IsDevelopment())
        {
            services.AddSingleton<IMailer, FolderMailer>();
        }
        else
        {
            return;
        }

        services.AddSingleton<MailDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<MailDelivery>());
    }
}
