using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>A test that needs to mount a small disk for SQLite; shown as skipped where it may not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (TestDatabase.SqlServer is not null || !SmallDisk.IsAllowed)
        {
            Skip = "A small disk can't be mounted here (Linux, root and CAP_SYS_ADMIN are needed), or the suite runs on SQL Server.";
        }
    }
}
