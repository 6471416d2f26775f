using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes whether somebody answers now, as the pages say it.</summary>
public static class LiveWriter
{
    public const string Open = "open";
    public const string Closed = "closed";
    public const string Unknown = "unknown";

    public static LiveDocument Write(OpeningState state, DocumentSetting setting) => new()
    {
        State = state switch { { IsOpen: true } => Open, OpeningState.Unknown => Unknown, _ => Closed },
        ChangesAt = state switch
        {
            OpeningState.Open open => open.ClosesAt.ToDateTimeOffset(),
            OpeningState.Closed { OpensNext: { } next } => next.ToDateTimeOffset(),
            _ => null,
        },
        Text = TextOf(OpenLine.Of(state, setting.Now, setting.Language), setting),
    };

    /// <summary>The line that the service's card shows.</summary>
    public static LiveDocument Write(Service service, DocumentSetting setting)
    {
        var told = ServiceCards.CardOf(HelpNowEntry.Of(service), setting.Language, setting.Now).Told;
        return new() { State = told.IsOpen ? Open : told.IsUnknown ? Unknown : Closed, Text = TextOf(told.Line, setting) };
    }

    private static string TextOf(OpenLine line, DocumentSetting setting) => setting.Texts[line.Key, [.. line.Args]];
}
