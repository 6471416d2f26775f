using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>Which engine the suite's own site runs on.</summary>
[Collection(ShippedSite.Name)]
public sealed class ProviderTests(PortalApp app)
{
    [SqlServerFact]
    public async Task Suite_WithTheVariable_RunsOnSqlServer()
    {
        var (context, version) = await app.InDatabaseAsync(async db =>
            (db.GetType(), await db.Database.SqlQuery<string>($"SELECT @@VERSION AS Value").SingleAsync()));

        Assert.Equal(typeof(SqlServerPortalDbContext), context);
        Assert.Contains("Microsoft SQL Server", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suite_ByItself_RunsOnTheEngineTheVariableSays() =>
        Assert.Equal(TestDatabase.SqlServer is not null, await app.InDatabaseAsync(db => Task.FromResult(db is SqlServerPortalDbContext)));
}
