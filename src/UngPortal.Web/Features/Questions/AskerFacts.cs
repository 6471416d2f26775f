using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>All that is known of somebody who asks.</summary>
public sealed record AskerFacts(string Language, int Age, AskerGender Gender, string? Topic, bool MayPublish);
