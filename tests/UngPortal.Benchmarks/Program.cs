using UngPortal.Benchmarks;

switch (args.FirstOrDefault())
{
    case "serving":
        await ServingBench.RunAsync();
        return 0;
    case "evict":
        await MemoryBench.RunAsync();
        return 0;
    default:
        Console.WriteLine("usage: dotnet run -c Release --project tests/UngPortal.Benchmarks -- serving|evict");
        return 1;
}
