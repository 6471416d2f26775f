namespace UngPortal.Platform.Logging;

/// <summary>An exception as the log may show it: types and stack, never a message, since messages quote values.</summary>
internal sealed class ScrubbedException(Exception original) : Exception
{
    private const int MaxDepth = 5;

    public override string Message => "";

    public override string? StackTrace => original.StackTrace;

    public override string ToString() => string.Join(Environment.NewLine, Causes().Select(cause => $"{cause.GetType()}{Environment.NewLine}{cause.StackTrace}"));

    private IEnumerable<Exception> Causes()
    {
        var cause = original;
        for (var depth = 0; cause is not null && depth < MaxDepth; depth++)
        {
            yield return cause;
            cause = cause.InnerException;
        }
    }
}
