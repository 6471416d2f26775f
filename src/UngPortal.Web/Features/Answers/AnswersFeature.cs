using UngPortal.Features.Answers.Collapsing;
using UngPortal.Features.Answers.Importing;
using UngPortal.Features.Answers.Nearest;
using UngPortal.Features.Answers.Reading;
using UngPortal.Features.Answers.Reviewing;
using UngPortal.Features.Search;
using UngPortal.Platform.Access;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Answers;

public static class AnswersFeature
{
    private static readonly string[] QueryKeys = ["kjonn", "rolle", "ar", "sorter", "lik"];

    public static void AddAnswers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AnswerWording>();
        services.AddSingleton<AnswerRendering>();
        services.AddScoped<AnswerPublishing>();
        services.AddSingleton<ListCounts>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<ListCounts>());
        services.AddScoped<AnswerLists>();
        services.AddScoped<AnswerReader>();
        services.AddScoped<RelatedAnswers>();
        services.AddSingleton<NearestKeeping>();
        services.AddHostedService(provider => provider.GetRequiredService<NearestKeeping>());
        services.AddNightlyJob<NearestRetention>(hour: 3, minute: 30);
        services.AddNightlyJob<NearestAhead>(hour: 3, minute: 35);
        services.AddScoped<NearDuplicates>();
        services.AddScoped<IContentImport, AnswerImport>();
        services.AddScoped<ISearchSource, AnswerDocuments>();
        services.AddSingleton<IOutboxHandler, AnswerEviction>();
        services.AddOptions<PageCacheOptions>().Configure(cache => Array.ForEach(QueryKeys, cache.QueryKeys.Add));
        services.AddSingleton<ReadingCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadingCounts>());
        services.AddScoped<ReviewQueue>();
        services.AddSingleton(new StaffMenuEntry(35, Reviewing.IndexModel.Path, "StillRight_Menu", Reviewing.IndexModel.Readers));
        services.AddNightlyJob<HelpCounts>(hour: 2, minute: 50);
        services.AddNightlyJob<DuplicateReview>(hour: 3, minute: 40);
    }
}
