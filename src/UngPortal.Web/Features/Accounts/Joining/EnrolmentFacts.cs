namespace UngPortal.Features.Accounts.Joining;

/// <summary>What somebody who joins has told, checked already.</summary>
public sealed record EnrolmentFacts(string Email, string Name, string Password, string? Carried, string? Code);
