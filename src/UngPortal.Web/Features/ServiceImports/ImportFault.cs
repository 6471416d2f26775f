namespace UngPortal.Features.ServiceImports;

/// <summary>Why something of a package is refused.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">What stands there, shortened.</param>
public sealed record ImportFault(ImportFaultKind Kind, string Value = "")
{
    public const int ValueMaxLength = 80;

    /// <summary>The fault with what stands there, cut where it is long.</summary>
    public static ImportFault Of(ImportFaultKind kind, string? value) => new(kind, value is null ? "" : value.Length > ValueMaxLength ? value[..ValueMaxLength] + "…" : value);
}
