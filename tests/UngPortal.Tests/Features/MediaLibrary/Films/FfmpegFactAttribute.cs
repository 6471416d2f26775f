namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>A test that makes films; shown as skipped where ffmpeg is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute()
    {
        if (TestFilms.Ffmpeg is null)
        {
            Skip = "ffmpeg is not installed.";
        }
    }
}
