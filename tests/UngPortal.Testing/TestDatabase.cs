using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace UngPortal.Testing;

/// <summary>A data folder and a database for one test class, thrown away afterwards. SQL Server is used where <see cref="SqlServerVariable"/> is set.</summary>
public sealed class TestDatabase : IDisposable
{
    /// <summary>The environment variable with a connection string to a SQL Server where databases may be made and dropped.</summary>
    public const string SqlServerVariable = "UNGPORTAL_TEST_SQLSERVER";

    private const string Prefix = "ungportal-test-";
    private const string MemoryDisk = "/dev/shm";
    private const long Room = 2_000_000_000;
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string? _sqlServerDatabase;

    private TestDatabase(string folder)
    {
        Folder = folder;
        Settings = new Dictionary<string, string?> { ["DataFolder:Path"] = folder };
        if (SqlServer is { } server)
        {
            _sqlServerDatabase = "UngPortalTest_" + Path.GetFileName(folder).Replace("-", "", StringComparison.Ordinal);
            Settings["Database:Provider"] = "SqlServer";
            Settings["Database:MigrateAtStart"] = "true";
            Settings["Database:ConnectionString"] = new SqlConnectionStringBuilder(server) { InitialCatalog = _sqlServerDatabase }.ConnectionString;
        }
    }

    /// <summary>The connection string of the SQL Server to test against, or null.</summary>
    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } text ? text : null;

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Whether the shipped content is in it already, so that no app need read it in.</summary>
    public bool HasShippedContent { get; private set; }

    /// <summary>The SQLite file; it exists once the app has started.</summary>
    public string SqliteFile => Path.Combine(Folder, "ungportal.db");

    /// <summary>The settings that make an app use this database.</summary>
    public Dictionary<string, string?> Settings { get; }

    /// <summary>A copy of a migrated database with the shipped content in it.</summary>
    public static TestDatabase FromTemplate()
    {
        var database = Empty();
        if (SqlServer is null)
        {
            Copy(Template.Value, database.Folder);
            database.HasShippedContent = true;
        }

        return database;
    }

    /// <summary>An empty folder: the app migrates and imports at its start.</summary>
    public static TestDatabase Empty() => new(NewFolder());

    /// <summary>A folder that the caller keeps, whatever is in it.</summary>
    public static TestDatabase In(string folder) => new(Directory.CreateDirectory(folder).FullName);

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (_sqlServerDatabase is not null)
        {
            Drop(_sqlServerDatabase);
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still open is the operating system's to clean up in its temporary folder.
        }
    }

    /// <summary>In memory where the machine has such a disk with room on it: each commit waits for the disk, and a thousand sites write their first pages.</summary>
    private static string NewFolder() =>
        Directory.Exists(MemoryDisk) && new DriveInfo(MemoryDisk).AvailableFreeSpace > Room
            ? Directory.CreateDirectory(Path.Combine(MemoryDisk, Prefix + Guid.NewGuid().ToString("N"))).FullName
            : Directory.CreateTempSubdirectory(Prefix).FullName;

    private static string MakeTemplate()
    {
        var empty = Empty();
        using (var app = new TemplateApp(empty))
        {
            using var client = app.CreateVisitor();
            app.WaitForSearch();
        }

        SqliteConnection.ClearAllPools();
        WaitUntilFree(Path.Combine(empty.Folder, "search", "lock"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(empty.Folder, recursive: true);
        return empty.Folder;
    }

    /// <summary>The site's own thread may still be closing when the factory's dispose returns.</summary>
    private static void WaitUntilFree(string file) => SpinWait.SpinUntil(() => !File.Exists(file) || IsFree(file), TimeSpan.FromSeconds(30));

    private static bool IsFree(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Drop(string name)
    {
        using var connection = new SqlConnection(new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = "master" }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "IF DB_ID(@name) IS NOT NULL BEGIN DECLARE @sql nvarchar(400) = N'ALTER DATABASE ' + QUOTENAME(@name) + N' SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE ' + QUOTENAME(@name); EXEC(@sql); END";
        command.Parameters.AddWithValue("name", name);
        command.ExecuteNonQuery();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>The first app of a test run fills the template; its folder is copied once the app has closed its files.</summary>
    private sealed class TemplateApp(TestDatabase database) : PortalApp
    {
        public void WaitForSearch() => Services.WaitForSearchIndex();

        protected override TestDatabase CreateDatabase() => new(database.Folder);

        protected override bool KeepsDatabase => true;
    }
}
