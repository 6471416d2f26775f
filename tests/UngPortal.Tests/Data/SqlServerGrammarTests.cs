using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Feedback;
using UngPortal.Features.Publications;
using UngPortal.Features.Search;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Tests.Data;

/// <summary>Every script and query for SQL Server is SQL that SQL Server understands, though no server is here.</summary>
public sealed class SqlServerGrammarTests(SilentSqlServer app) : IClassFixture<SilentSqlServer>
{
    /// <summary>Pages that between them ask every question the reading site has.</summary>
    private static readonly string[] Pages =
    [
        "/", "/nn/", "/tema", "/tema/ting", "/artikler", "/artikler?tema=ting&alder=13-15", "/artikler/ting", "/en/artikler/ting", "/video", "/video/ting",
        "/illustrasjoner", "/illustrasjoner/ting", "/ting", "/sok", "/sitemap.xml", "/feed.atom", "/health/ready", "/hjelp-na", "/hjelp-naer-deg?sted=0580&alder=13-15", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote&sted=0580", "/tjenester/ting", "/api/v1/services?full=true", "/api/v1/service_at_locations", "/tjenester/ting/feil",
        "/sporsmal", "/sporsmal?tema=ting&alder=13-15&kjonn=jente&ar=2026&sorter=mest-lest", "/sporsmal?lik=123456", "/sporsmal/123456/ting",
    ];

    /// <summary>Beginnings of what must have been asked, so that a silent page does not pass for a right one.</summary>
    private static readonly string[] Expected =
    [
        "[PublicationTexts]", "[PublicationTopics]", "[Topics]", "[Services]", "[ServiceChannels]", "[ServiceTypes]", "[ServiceLocations]", "[ServiceAreas]", "[Outbox]", "[Feedback]", "DELETE FROM", "INSERT INTO [Feedback]",
    ];

    [Fact]
    public void Script_OfAllMigrations_Parses()
    {
        using var db = new SqlServerDesignTimeContext().CreateDbContext([]);
        var migrator = db.GetService<IMigrator>();

        foreach (var options in new[] { MigrationsSqlGenerationOptions.Idempotent, MigrationsSqlGenerationOptions.Default })
        {
            var script = migrator.GenerateScript(options: options);

            Assert.Contains("[PublicationTexts]", script, StringComparison.Ordinal);
            Assert.Empty(TransactSql.Errors(script));
        }
    }

    [Fact]
    public void Parser_OnNonsense_Complains() => Assert.NotEmpty(TransactSql.Errors("SELECT [p].[Id FROM Publications LIMIT 3"));

    [Fact]
    public async Task Commands_OfTheWholeSite_Parse()
    {
        using var visitor = app.CreateVisitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "__Host-alder=13-15");
        foreach (var page in Pages)
        {
            using var response = await visitor.GetAsync(new Uri(page, UriKind.Relative));
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
            {
                await source.OfAsync(source.Changes == AnswerChanged.Kind ? ["question:123456"] : ["article:ting", "service:ting"], CancellationToken.None);
                var all = source.AllAsync(CancellationToken.None).GetAsyncEnumerator();
                await all.MoveNextAsync();
            }

            await WriteAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        }

        await app.RunAsync<FeedbackRetention>();
        await app.DeliverOutboxAsync();

        var faults = app.Commands.Keys.SelectMany(sql => TransactSql.Errors(sql).Select(error => $"{error}\n{sql}"));
        Assert.Empty(faults);
        Assert.All(Expected, part => Assert.Contains(app.Commands.Keys, sql => sql.Contains(part, StringComparison.Ordinal)));
        Assert.InRange(app.Commands.Count, 25, 1_000);
    }

    [Fact]
    public void Models_OfBothEngines_HaveTheirMigrations()
    {
        using PortalDbContext sqlite = new SqliteDesignTimeContext().CreateDbContext([]);
        using PortalDbContext sqlServer = new SqlServerDesignTimeContext().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.Equal(
            sqlite.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]),
            sqlServer.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void Tables_ForSqlServer_HaveNoTextThatCannotBeIndexed()
    {
        using var db = new SqlServerDesignTimeContext().CreateDbContext([]);
        var endless = db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes().SelectMany(index => index.Properties).Concat(type.GetKeys().SelectMany(key => key.Properties)))
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null or > 450).Select(property => $"{property.DeclaringType.Name}.{property.Name}");

        Assert.Empty(endless);
    }

    /// <summary>Each kind of write: a new row, a changed row with its token, a row gone.</summary>
    private static async Task WriteAsync(PortalDbContext db)
    {
        db.Feedback.Add(new FeedbackEntry { FormKey = Guid.NewGuid(), Page = "/", SentAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveChangesAsync();
        var publication = await db.Publications.Include(p => p.Texts).Include(p => p.Topics).FirstAsync();
        publication.TakeDown(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync();
        await db.Feedback.AnyAsync(entry => entry.FormKey == Guid.Empty);
        Assert.NotNull(Language.Bokmal);
        await db.Outbox.MaxAsync(message => (long?)message.Id);
    }
}
