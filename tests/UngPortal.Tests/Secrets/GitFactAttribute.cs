namespace UngPortal.Tests.Secrets;

/// <summary>A test that needs the checkout's history; shown as skipped in a copy without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitFactAttribute : FactAttribute
{
    public GitFactAttribute()
    {
        if (!Git.IsThere)
        {
            Skip = "There is no git checkout here.";
        }
    }
}
