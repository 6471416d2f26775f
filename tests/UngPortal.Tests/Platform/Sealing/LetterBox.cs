using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>An SQLite file of letters, set up as the site's own database is.</summary>
internal sealed class LetterBox : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ungportal-letters-").FullName;

    public LetterBox()
    {
        using var db = Open();
        db.Database.EnsureCreated();
        db.Database.ExecuteSql($"PRAGMA journal_mode=WAL");
    }

    public string File => Path.Combine(_folder, "letters.db");

    /// <summary>What lies on the disk: the database and its log.</summary>
    public byte[] OnDisk => [.. Directory.GetFiles(_folder, "letters.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).SelectMany(System.IO.File.ReadAllBytes)];

    public LetterContext Open() => new(new DbContextOptionsBuilder<LetterContext>().UseSqlite($"Data Source={File}", sqlite => sqlite.CommandTimeout(60)).AddInterceptors(new SqlitePragmas()).Options);

    /// <summary>Works on the letters in a context of its own.</summary>
    public async Task<T> InAsync<T>(Func<LetterContext, Task<T>> work)
    {
        await using var db = Open();
        return await work(db);
    }

    /// <summary>Writes and keeps letters, one for each text.</summary>
    public async Task<List<Letter>> WriteAsync(SealingKeys keys, params string[] texts)
    {
        var sealer = new Sealer(keys);
        var letters = texts.Select(text => Letter.Write(sealer, text)).ToList();
        await using var db = Open();
        db.AddRange(letters);
        await db.SaveChangesAsync();
        return letters;
    }

    /// <summary>All letters' texts, in the order they were written.</summary>
    public Task<List<string>> ReadAsync(SealingKeys keys) => InAsync(async db =>
        (await db.Set<Letter>().AsNoTracking().OrderBy(letter => letter.Id).ToListAsync()).ConvertAll(letter => letter.Read(new Sealer(keys))));

    /// <summary>Runs the rotation as a node with these keys does.</summary>
    public async Task<SealingReport> RotateAsync(SealingKeys keys, ILogger<SealingRotation>? logger = null)
    {
        await using var db = Open();
        return await new SealingRotation([new SealedLetters(db)], new Sealer(keys), keys, logger ?? NullLogger<SealingRotation>.Instance).RotateAsync(CancellationToken.None);
    }

    /// <summary>What a site with these keys says at its start.</summary>
    public async Task<string?> FaultAsync(SealingKeys keys)
    {
        await using var db = Open();
        return await new SealingCheck([new SealedLetters(db)], keys).FaultAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
