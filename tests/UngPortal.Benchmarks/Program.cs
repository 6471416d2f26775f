Console.WriteLine("usage: dotnet run -c Release --project tests/UngPortal.Benchmarks -- serving");
