using System.Text;

namespace UngPortal.Features.Search.Engine;

/// <summary>The index's folder: one subfolder per generation, a pointer to the one in use, and a lock for as long as it is open.</summary>
internal sealed class IndexFolder : IDisposable
{
    private const string PointerName = "current";

    private readonly string root;
    private readonly FileStream heldLock;

    public IndexFolder(string root)
    {
        this.root = Path.GetFullPath(root);
        Directory.CreateDirectory(this.root);
        try
        {
            heldLock = new FileStream(Path.Combine(this.root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new SearchIndexLockedException("The search index's folder is open in another process; each process needs a folder of its own.", held);
        }
    }

    /// <summary>The generation in use, or null when there is none.</summary>
    public string? Current
    {
        get
        {
            var pointer = Path.Combine(root, PointerName);
            var name = File.Exists(pointer) ? File.ReadAllText(pointer, Encoding.UTF8).Trim() : "";
            return Guid.TryParseExact(name, "N", out _) && Directory.Exists(Path.Combine(root, name)) ? Path.Combine(root, name) : null;
        }
    }

    public string CreateGeneration() =>
        Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Points to the generation; a crash leaves either the old or the new pointer, never half of one.</summary>
    public void Use(string generation)
    {
        var written = Path.Combine(root, PointerName + ".new");
        using (var file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(Path.GetFileName(generation)));
            file.Flush(flushToDisk: true);
        }

        File.Move(written, Path.Combine(root, PointerName), overwrite: true);
    }

    /// <summary>Deletes every generation but one.</summary>
    public void DeleteAllBut(string kept)
    {
        foreach (var generation in Directory.EnumerateDirectories(root).Where(folder => folder != kept && Guid.TryParseExact(Path.GetFileName(folder), "N", out _)))
        {
            Delete(generation);
        }
    }

    /// <summary>Deletes a generation; what cannot be deleted now goes at the next start.</summary>
    public static void Delete(string generation)
    {
        try
        {
            Directory.Delete(generation, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Somebody still reads it.
        }
    }

    public void Dispose() => heldLock.Dispose();
}
