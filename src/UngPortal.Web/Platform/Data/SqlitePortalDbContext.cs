using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>The embedded default.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options);
