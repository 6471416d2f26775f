namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>Runs where <c>UNGPORTAL_HELD_OUT</c> names the labelled sentences that nobody who writes patterns may read; they are not in the repository.</summary>
internal sealed class HeldOutFactAttribute : FactAttribute
{
    public HeldOutFactAttribute()
    {
        if (File is null)
        {
            Skip = "UNGPORTAL_HELD_OUT names no file.";
        }
    }

    public static string? File => Environment.GetEnvironmentVariable("UNGPORTAL_HELD_OUT");
}
