using Microsoft.AspNetCore.Mvc;
using UngPortal.Features.Search.Engine;
using UngPortal.Features.Search.Indexing;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Search;

public static class SearchFeature
{
    public static void AddSearch(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(_ => SearchLexicon.Load(Path.Combine(AppContext.BaseDirectory, "lexicon")));
        services.AddSingleton(provider => SearchIndex.Open(builder.Configuration["Search:Folder"] is { Length: > 0 } own ? own : provider.GetRequiredService<DataFolder>().PathOf("search")));
        services.AddSingleton<SearchEngine>();
        services.AddSingleton<SearchSuggestions>();
        services.AddSingleton<NearestTexts>();
        services.AddSingleton<KindSearch>();
        services.AddScoped<NamedPlaces>();
        services.AddSingleton<CrisisWords>();
        services.AddScoped<ISearchSource, SearchDocuments>();
        services.AddScoped<SearchSources>();
        services.AddSingleton<SearchIndexer>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<SearchIndexer>());
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndexer>());
        services.AddHostedService<SearchWarming>();
    }

    public static void MapSearch(this WebApplication app)
    {
        app.Services.GetRequiredService<SearchLexicon>(); // A fault in the lists stops the site now, not at the first search.
        app.MapGet("/sok/forslag", (HttpContext context, [FromQuery] string? q, SearchSuggestions suggestions) =>
            string.IsNullOrWhiteSpace(q) ? Results.Json(Array.Empty<string>()) : Results.Json(suggestions.For(q, context.Language.Code)))
            .RequireRateLimiting(RateLimits.Search).AllowAnonymous();
    }
}
