namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>The same disorder every time, so that the same sentences give the same weights.</summary>
internal sealed class Shuffle
{
    private ulong state = 20_261_126;

    public void Mix<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005) + 1442695040888963407;
            var other = (int)((state >> 33) % (ulong)(i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
