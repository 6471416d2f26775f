using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>What a source says about a service that one goes to, or that is for the people of some municipalities.</summary>
/// <param name="Type">The key of its <see cref="ServiceType"/>.</param>
/// <param name="Municipality">The number of the one it stands in.</param>
/// <param name="Serves">The numbers of those whose people it is for.</param>
/// <param name="Location">Where it is; null when nobody has told.</param>
/// <param name="Ages">The youngest and the oldest it is for; null when nobody has told, or when there is no limit.</param>
/// <param name="IsDropIn">Whether one may come without an appointment.</param>
/// <param name="HoursNote">What its hours don't say.</param>
/// <param name="Note">What else one should know.</param>
public sealed record LocalFacts(
    string Type, string Municipality, IReadOnlyList<string> Serves, ServiceLocation? Location, (int? From, int? To) Ages, bool IsDropIn, LocalizedText HoursNote, LocalizedText Note);
