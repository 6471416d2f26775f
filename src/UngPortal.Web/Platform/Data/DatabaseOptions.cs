using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Data;

/// <summary>The configuration section <c>Database</c>.</summary>
public sealed record DatabaseOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Database";

    /// <summary>Which engine: <c>Sqlite</c> (embedded, default) or <c>SqlServer</c>.</summary>
    [RegularExpression("^(Sqlite|SqlServer)$", ErrorMessage = "Database:Provider must be Sqlite or SqlServer.")]
    public string Provider { get; init; } = "Sqlite";

    /// <summary>The connection string; for SQLite empty means <c>App_Data/ungportal.db</c>.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Whether start-up brings the schema up to date. Null: yes for SQLite, no for SQL Server, where it is a step of its own.</summary>
    public bool? MigrateAtStart { get; init; }

    /// <summary>Whether the engine is SQL Server.</summary>
    public bool IsSqlServer => Provider == "SqlServer";
}
