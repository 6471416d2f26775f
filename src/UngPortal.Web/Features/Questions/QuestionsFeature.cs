using UngPortal.Features.Questions.Agreements;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Asking;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Closing;
using UngPortal.Features.Questions.Codes;
using UngPortal.Features.Questions.Correcting;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Digests;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Live;
using UngPortal.Features.Questions.Publishing;
using UngPortal.Features.Questions.Reviewing;
using UngPortal.Features.Questions.Snippets;
using UngPortal.Features.Questions.Triage;
using UngPortal.Features.Questions.WellBeing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

public static class QuestionsFeature
{
    public static void AddQuestions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CodeOptions>().BindConfiguration(CodeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CapacityOptions>().BindConfiguration(CapacityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CodeHashing>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<FormKeys>();
        services.AddSingleton<AskLimits>();
        services.AddSingleton<ThreadVisits>();
        services.AddSingleton<WaitingTimes>();
        services.AddSingleton<BusyTopics>();
        services.AddSingleton<ClosingCalendar>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<ClosingCalendar>());
        services.AddSealedRecords<ThreadKeys>();
        services.AddScoped<AskingCapacity>();
        services.AddScoped<AskGate>();
        services.AddScoped<SimilarReads>();
        services.AddScoped<QuestionSteps>();
        services.AddScoped<QuestionInbox>();
        services.AddScoped<CodeOpening>();
        services.AddScoped<ThreadReading>();
        services.AddScoped<ThreadForms>();
        services.AddScoped<ThreadReplies>();
        services.AddSingleton<ReviewRules>();
        var lists = Path.Combine(AppContext.BaseDirectory, "lexicon", "review");
        services.AddSingleton(ReviewWords.Load(lists));
        services.AddSingleton(EatingNumbers.Load(lists));
        services.AddScoped<QuestionDesk>();
        services.AddScoped<QuestionQueue>();
        services.AddScoped<AnswerersToday>();
        services.AddScoped<LongWaiting>();
        services.AddScoped<QuestionCopies>();
        services.AddScoped<Triaging>();
        services.AddScoped<LikelyDuplicates>();
        services.AddScoped<Joining>();
        services.AddScoped<TriageSteps>();
        services.AddScoped<AnswerSending>();
        services.AddScoped<AnswerSteps>();
        services.AddScoped<ReadingList>();
        services.AddScoped<AnswerRelease>();
        services.AddScoped<EarlierAnswers>();
        services.AddScoped<WritingHelp>();
        services.AddScoped<IContentImport, SnippetImport>();
        services.AddScoped<SnippetDesk>();
        services.AddScoped<Corrections>();
        services.AddScoped<CorrectionRequests>();
        services.AddScoped<IMyWork, DeskWork>();
        services.AddScoped<Coordinators>();
        services.AddScoped<DailyPost>();
        services.AddScoped<ClosingDesk>();
        services.AddScoped<AgreementFigures>();
        services.AddScoped<AnswerCredit>();
        services.AddScoped<Talks>();
        services.AddScoped<IMyWork, TalkWork>();
        services.AddSingleton<DeskAlerts>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskAlerts>());
        services.AddSingleton(new StaffMenuEntry(5, "/admin/sporsmal", "Desk_Menu", [.. DeskAccess.All]));
        services.AddSingleton(new StaffMenuEntry(7, "/admin/sporsmal/stengt", "Closing_Menu", StaffRole.ChiefEditor, StaffRole.TriageEditor));
        services.AddSingleton(new StaffMenuEntry(8, "/admin/sporsmal/avtaler", "Agreed_Menu", StaffRole.PortfolioManager, StaffRole.ChiefEditor, StaffRole.OrganisationAdmin));
        services.AddLiveDesk();
        services.AddNightlyJob<DeskDigests>(hour: 7, minute: 0);
        services.AddNightlyJob<DeskReminders>(hour: 8, minute: 0);
        services.AddNightlyJob<QuestionRetention>(hour: 3, minute: 20);
    }

    public static void MapQuestions(this WebApplication app) => app.MapLiveDesk();
}
