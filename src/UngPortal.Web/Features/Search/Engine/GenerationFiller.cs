using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Features.Search.Engine;

/// <summary>Fills an empty generation from a stream; language versions of one key may come in any order.</summary>
internal sealed class GenerationFiller(IndexGeneration generation)
{
    private const int StragglersAtOnce = 2_000;

    // Hashes take a fifth of the keys' memory; two keys with one hash would only make a straggler, which is written well too.
    private readonly HashSet<long> seen = [];
    private readonly List<SearchDocument> run = [];
    private readonly List<SearchDocument> stragglers = [];

    public static List<SearchDocument> Merge(IEnumerable<SearchDocument> stored, IEnumerable<SearchDocument> given) =>
        [.. given.Reverse().Concat(stored).DistinctBy(document => document.Language)];

    public async Task FillAsync(IAsyncEnumerable<SearchDocument> documents, CancellationToken ct)
    {
        generation.BeginFilling();
        await foreach (var document in documents.WithCancellation(ct))
        {
            if (run.Count > 0 && run[0].Key != document.Key)
            {
                WriteRun();
            }

            run.Add(document);
        }

        WriteRun();
        WriteStragglers();
        generation.EndFilling(ct);
    }

    private static long Hash(string key) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private void WriteRun()
    {
        if (run.Count == 0)
        {
            return;
        }

        if (seen.Add(Hash(run[0].Key)))
        {
            generation.Add(Merge([], run));
        }
        else
        {
            stragglers.AddRange(run);
        }

        run.Clear();
        if (stragglers.Count >= StragglersAtOnce)
        {
            WriteStragglers();
        }
    }

    private void WriteStragglers()
    {
        if (stragglers.Count == 0)
        {
            return;
        }

        generation.Refresh();
        foreach (var versions in stragglers.GroupBy(document => document.Key))
        {
            generation.Put(versions.Key, Merge(generation.Versions(versions.Key), versions));
        }

        stragglers.Clear();
    }
}
