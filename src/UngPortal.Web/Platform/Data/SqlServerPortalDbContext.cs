using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>The production engine.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options);
