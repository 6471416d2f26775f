using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UngPortal.Features.Safety;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Testing;

/// <summary>What every site reads at its start and never changes: the real things, read once for all sites of a test run.</summary>
internal static class SharedParts
{
    private static readonly string Lexicon = Path.Combine(AppContext.BaseDirectory, "lexicon");
    private static readonly Lazy<CrisisDetector> Detector = new(() => CrisisDetector.Load(Path.Combine(Lexicon, "safety")));
    private static readonly Lazy<SearchLexicon> Words = new(() => SearchLexicon.Load(Lexicon));
    private static readonly Lazy<IServiceProvider> Built = new(() => new ServiceCollection().AddEntityFrameworkSqlite().BuildServiceProvider());

    /// <summary>Entity Framework's own services for SQLite, with the model and the queries that it has made ready.</summary>
    public static IServiceProvider EntityFramework => Built.Value;

    /// <summary>Puts the shared word lists and detector in the place of a site's own.</summary>
    public static void PutInto(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(_ => Detector.Value));
        services.Replace(ServiceDescriptor.Singleton(_ => Words.Value));
    }
}
