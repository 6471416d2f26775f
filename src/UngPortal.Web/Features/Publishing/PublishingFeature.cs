using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publishing.Editing;
using UngPortal.Features.Publishing.Reports;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing;

public static class PublishingFeature
{
    /// <summary>Who works with content at all.</summary>
    public static readonly StaffRole[] Writers = [StaffRole.Editor, StaffRole.ChiefEditor];

    public static void AddPublishing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<DraftRendering>();
        services.AddScoped<DraftSwap>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<ContentReport>();
        services.AddScoped<DraftPreviews>();
        services.AddScoped<DraftChecks>();
        services.AddScoped<DraftKeeping>();
        services.AddScoped<DraftSaving>();
        services.AddScoped<RevisionBegin>();
        services.AddScoped<EditorReader>();
        services.AddScoped<EditorPicking>();
        services.AddScoped<LibraryPictures>();
        services.AddScoped<StepTaking>();
        services.AddSingleton<SiteAddresses>();
        services.AddScoped<IMyWork, DraftWork>();
        services.AddScoped<IMyWork, ReviewWork>();
        services.AddScoped<IMyNews, DraftNews>();
        services.AddScoped<IMediaNeed, DraftNeed>();
        services.AddSingleton<ScheduledPublishing>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduledPublishing>());
        services.AddSingleton(new StaffMenuEntry(10, "/admin/innhold", "Publishing_Menu", [.. DraftDesk.Readers]));
    }
}
