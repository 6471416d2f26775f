using Microsoft.Extensions.Localization;
using UngPortal.Features.Shared;

namespace UngPortal.Features.Questions;

/// <summary>How long somebody waits, in whole hours up to a day and a half and in whole days after that, never less than it is.</summary>
public static class WaitWords
{
    private const int MostHours = 36;

    extension(IStringLocalizer texts)
    {
        public string Wait(TimeSpan span) => span.TotalHours <= MostHours ? texts.Count("Wait_Hours", Math.Max(1, (int)Math.Ceiling(span.TotalHours))) : texts["Wait_Days", (int)Math.Ceiling(span.TotalDays)];
    }
}
