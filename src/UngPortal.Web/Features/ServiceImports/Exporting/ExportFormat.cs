namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>The shapes that the register is handed out in.</summary>
public enum ExportFormat
{
    /// <summary>HSDS 3.0, nested.</summary>
    Json,

    /// <summary>HSDS 3.0 as a tabular data package.</summary>
    Zip,

    /// <summary>The portal’s own table.</summary>
    Csv,
}
