using UngPortal.Kernel;

namespace UngPortal.Features.Places;

/// <summary>A municipality of 2024.</summary>
/// <param name="Number">Four digits, as Statistics Norway gives them.</param>
/// <param name="Name">Its bokmål name.</param>
/// <param name="Official">Its official name, which may be in two or three languages.</param>
/// <param name="County">Its county's name.</param>
/// <param name="Centre">About where most of its people live.</param>
/// <param name="Website">Its own pages.</param>
public sealed record Municipality(string Number, string Name, string Official, string County, GeoPoint Centre, string Website);
