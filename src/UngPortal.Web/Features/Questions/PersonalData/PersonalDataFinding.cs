namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Something in a text that may tell who somebody is, and where it stands.</summary>
public readonly record struct PersonalDataFinding(PersonalDataKind Kind, int Start, int Length);
