using System.Globalization;
using UngPortal.Benchmarks;
using UngPortal.Benchmarks.CrisisTraining;
using UngPortal.Benchmarks.Scale;

switch (args.FirstOrDefault())
{
    case "serving":
        await ServingBench.RunAsync();
        return 0;
    case "evict":
        await MemoryBench.RunAsync();
        return 0;
    case "suspend":
        await SuspendBench.RunAsync();
        return 0;
    case "search":
        await SearchBench.RunAsync(args.Skip(1));
        return 0;
    case "finder":
        await FinderBench.RunAsync();
        return 0;
    case "withdraw":
        await WithdrawBench.RunAsync();
        return 0;
    case "import":
        await ImportBench.RunAsync();
        return 0;
    case "soak":
        await SoakBench.RunAsync(args.Length > 1 ? TimeSpan.FromMinutes(double.Parse(args[1], CultureInfo.InvariantCulture)) : TimeSpan.FromMinutes(30));
        return 0;
    case "loris":
        await LorisBench.RunAsync();
        return 0;
    case "malformed":
        await MalformedBench.RunAsync();
        return 0;
    case "crisis":
        CrisisBench.Run();
        return 0;
    case "crisis-train":
        ModelTraining.Run();
        return 0;
    case "questions-fill" when args.Length > 1:
        await QuestionsFill.RunAsync(args[1], args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : QuestionsFill.OldQuestions);
        return 0;
    case "questions":
        await QuestionsBench.RunAsync(args.Skip(1));
        return 0;
    case "questions-simulate":
        await SimulationBench.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : SimulationBench.Days);
        return 0;
    default:
        Console.WriteLine("usage: dotnet run -c Release --project tests/UngPortal.Benchmarks -- serving|evict|suspend|search [documents] [folder that keeps the index]|finder|withdraw|import|soak [minutes]|loris|malformed|crisis|crisis-train|questions-fill <folder> [count]|questions [folder that keeps the database] [desk|library|asking]|questions-simulate [days]");
        return 1;
}
