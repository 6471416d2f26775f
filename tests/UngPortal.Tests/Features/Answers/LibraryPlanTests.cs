using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>How SQLite goes about what the library asks, which with few answers takes no time whatever the way.</summary>
public sealed class LibraryPlanTests : IDisposable
{
    private readonly ExplainedSite _app = new();

    [Fact]
    public async Task Read_TheLibrary_GoesAlongIndexesThatLeaveFewRows()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        var answer = await _app.PublishAsync(AnswerRows.Draft());
        foreach (var path in new[] { "/sporsmal", "/sporsmal?sorter=mest-lest", "/sporsmal?alder=18-20&kjonn=annet", "/sporsmal?rolle=helsesykepleier&ar=2026", "/sporsmal/sok?q=kvitrevinger", answer.Path })
        {
            await _app.GetPageAsync(path);
        }

        Assert.Contains(_app.Plans, plan => plan.Way.Contains("IX_PublishedAnswers_PublicId", StringComparison.Ordinal));
        Assert.Contains(_app.Plans, plan => plan.Way.Contains("(TopicId=? AND IsListed=? AND Gender=?", StringComparison.Ordinal));
        Assert.DoesNotContain(_app.Plans, plan => plan.Way.Split('\n').Any(line => line is "SCAN p" or "SCAN a"));
        // Nearly all stand behind no other: an index is no way to them, save for the search index, which reads them all in order.
        Assert.DoesNotContain(_app.Plans, plan => !plan.Sql.Contains("\"Id\" > ", StringComparison.Ordinal) && plan.Sql.Contains("\"ClusterId\" IS NULL", StringComparison.Ordinal) && plan.Way.Contains("IX_PublishedAnswers_ClusterId", StringComparison.Ordinal));
    }

    public void Dispose() => _app.Dispose();

    private sealed class ExplainedSite : PortalApp
    {
        private readonly Explaining _explaining = new();

        public IReadOnlyList<(string Sql, string Way)> Plans => _explaining.Plans;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(_explaining)));
        }
    }

    private sealed class Explaining : DbCommandInterceptor
    {
        private readonly List<(string Sql, string Way)> _plans = [];

        public IReadOnlyList<(string Sql, string Way)> Plans
        {
            get
            {
                lock (_plans)
                {
                    return [.. _plans];
                }
            }
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && (command.CommandText.Contains("\"PublishedAnswers\"", StringComparison.Ordinal) || command.CommandText.Contains("\"AnswerPlaces\"", StringComparison.Ordinal)))
            {
                var way = await ExplainAsync((SqliteCommand)command, cancellationToken);
                lock (_plans)
                {
                    _plans.Add((command.CommandText, way));
                }
            }

            return result;
        }

        private static async Task<string> ExplainAsync(SqliteCommand command, CancellationToken cancellationToken)
        {
            await using var explain = command.Connection!.CreateCommand();
            (explain.CommandText, explain.Transaction) = ($"EXPLAIN QUERY PLAN {command.CommandText}", command.Transaction);
            foreach (SqliteParameter parameter in command.Parameters)
            {
                explain.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
            }

            var lines = new List<string>();
            await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(reader.GetString(3));
            }

            return string.Join('\n', lines);
        }
    }
}
