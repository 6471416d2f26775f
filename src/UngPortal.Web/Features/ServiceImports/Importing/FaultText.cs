using Microsoft.Extensions.Localization;
using UngPortal.Features.Shared;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>Says what is wrong with a row, and where it stands.</summary>
public static class FaultText
{
    /// <summary>What is wrong, with what stands there.</summary>
    public static string What(IStringLocalizer<Ui> texts, ImportRunChange.FaultAt fault) => $"{texts["ImportFault_" + fault.Kind].Value} {fault.Value}".TrimEnd();

    /// <summary>The file, the line, and the column or field if it is about one.</summary>
    public static string Where(IStringLocalizer<Ui> texts, ImportRunChange.FaultAt fault)
    {
        var line = $"{fault.File}, {texts["Import_Line", fault.Line].Value}";
        return fault.Column.Length == 0 ? line : $"{line}, {texts[fault.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "Import_InColumn" : "Import_InField", fault.Column].Value}";
    }
}
