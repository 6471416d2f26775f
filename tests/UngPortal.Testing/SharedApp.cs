namespace UngPortal.Testing;

/// <summary>A node of a site that has several, or comes back after a stop: the database is the test's own.</summary>
public sealed class SharedApp : PortalApp
{
    private readonly TestDatabase _database;

    /// <summary>Makes the node.</summary>
    /// <param name="database">The database, which the test throws away.</param>
    /// <param name="isSecond">Whether another node runs at the same time: each needs a search index of its own.</param>
    public SharedApp(TestDatabase database, bool isSecond = false)
    {
        _database = database;
        if (isSecond)
        {
            With("Search:Folder", SecondIndexOf(database));
        }
    }

    /// <summary>The search folder for a second node.</summary>
    public static string SecondIndexOf(TestDatabase database) => Path.Combine(database.Folder, "search-2");

    /// <inheritdoc />
    protected override bool KeepsDatabase => true;

    /// <inheritdoc />
    protected override TestDatabase CreateDatabase() => _database;
}
