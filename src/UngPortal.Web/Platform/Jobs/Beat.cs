namespace UngPortal.Platform.Jobs;

/// <summary>The rhythm of a background worker: it waits, works, and waits again until the site stops.</summary>
public static class Beat
{
    /// <summary>Works after each interval. What fails is told and tried again at the next beat, so that a database that is away stops no worker for good.</summary>
    /// <param name="interval">The pause between the end of one beat and the next.</param>
    /// <param name="time">Whose time it is. A test's clock that jumps by days makes one beat, not thousands.</param>
    /// <param name="work">What is done at each beat.</param>
    /// <param name="tell">Hears of the type of what went wrong; its message may hold what no log should.</param>
    /// <param name="stoppingToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The site stops.</exception>
    public static async Task KeepAsync(TimeSpan interval, TimeProvider time, Func<CancellationToken, Task> work, Action<string> tell, CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(interval, time, stoppingToken);
            try
            {
                await work(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                tell(problem.GetType().Name);
            }
        }
    }
}
