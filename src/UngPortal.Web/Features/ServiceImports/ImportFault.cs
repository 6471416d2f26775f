namespace UngPortal.Features.ServiceImports;

/// <summary>Why something of a package is refused.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Column">In which column or field; empty where it is about the whole row.</param>
public sealed record ImportFault(ImportFaultKind Kind, string Value = "", string Column = "")
{
    public const int ValueMaxLength = 80;

    /// <summary>The fault with what stands there, cut where it is long.</summary>
    public static ImportFault Of(ImportFaultKind kind, string column, string? value) => new(kind, Cut(value ?? ""), Cut(column));

    private static string Cut(string text) => text.Length > ValueMaxLength ? text[..ValueMaxLength] + "…" : text;
}
