using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Services.Upkeep;

/// <content>What is said of a service in words of its own.</content>
public sealed partial class FactsForm
{
    [StringLength(Kept)]
    public string? TaushetNb { get; set; }

    [StringLength(Kept)]
    public string? TaushetNn { get; set; }

    [StringLength(Kept)]
    public string? TaushetEn { get; set; }

    [StringLength(Kept)]
    public string? VarselNb { get; set; }

    [StringLength(Kept)]
    public string? VarselNn { get; set; }

    [StringLength(Kept)]
    public string? VarselEn { get; set; }

    [StringLength(Kept)]
    public string? KosterNb { get; set; }

    [StringLength(Kept)]
    public string? KosterNn { get; set; }

    [StringLength(Kept)]
    public string? KosterEn { get; set; }

    [StringLength(Kept)]
    public string? Organisasjon { get; set; }
}
