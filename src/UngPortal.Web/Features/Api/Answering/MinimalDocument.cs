using System.Text.Json.Serialization;

namespace UngPortal.Features.Api.Answering;

/// <summary>A service by its id alone. HSDS wants the time of its last change too, which the register doesn't know.</summary>
public sealed record MinimalDocument([property: JsonPropertyName("id")] Guid Id);
