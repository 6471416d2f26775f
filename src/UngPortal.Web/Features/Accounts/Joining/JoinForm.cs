using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Accounts.Factors;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>The fields that everyone who joins fills in.</summary>
public sealed class JoinForm
{
    /// <summary>Longer ones are kept on the page and flagged, never cut.</summary>
    [StringLength(1_000)]
    public string? Passord { get; set; }

    [StringLength(Authenticator.CodeMaxLength)]
    public string? Kode { get; set; }

    [StringLength(Authenticator.CarriedMaxLength)]
    public string? Hemmelighet { get; set; }
}
