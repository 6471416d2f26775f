namespace UngPortal.Features.Services.Finding;

/// <summary>A service that somebody may go to.</summary>
/// <param name="Service">What is known of it.</param>
/// <param name="Kilometres">How far away it is as the crow flies; null when nobody has told where it is.</param>
/// <param name="ServesPlace">Whether it is for the people of the municipality.</param>
public sealed record Nearby(Service Service, double? Kilometres, bool ServesPlace);
