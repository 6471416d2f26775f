using UngPortal.Benchmarks;

switch (args.FirstOrDefault())
{
    case "serving":
        await ServingBench.RunAsync();
        return 0;
    case "evict":
        await MemoryBench.RunAsync();
        return 0;
    case "search":
        await SearchBench.RunAsync(args.Skip(1));
        return 0;
    default:
        Console.WriteLine("usage: dotnet run -c Release --project tests/UngPortal.Benchmarks -- serving|evict|search [documents] [folder that keeps the index]");
        return 1;
}
