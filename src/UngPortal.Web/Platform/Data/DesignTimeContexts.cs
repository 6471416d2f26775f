using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace UngPortal.Platform.Data;

/// <summary>Lets <c>dotnet ef migrations add … --context SqlitePortalDbContext</c> work without starting the site.</summary>
public sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    /// <inheritdoc />
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef migrations add … --context SqlServerPortalDbContext</c> work without a server.</summary>
public sealed class SqlServerDesignTimeContext : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    /// <inheritdoc />
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=design;Encrypt=True").Options);
}
