using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>A test that needs a real SQL Server; shown as skipped where <see cref="TestDatabase.SqlServerVariable"/> is not set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute()
    {
        if (TestDatabase.SqlServer is null)
        {
            Skip = $"{TestDatabase.SqlServerVariable} is not set; with a connection string in it the whole suite runs on SQL Server.";
        }
    }
}
