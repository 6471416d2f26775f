namespace UngPortal.Tests.Edge;

/// <summary>A test that needs nginx; shown as skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NginxTheoryAttribute : TheoryAttribute
{
    public NginxTheoryAttribute()
    {
        if (NginxInFront.Program is null)
        {
            Skip = "nginx is not installed.";
        }
    }
}
