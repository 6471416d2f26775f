using System.Text.Json.Nodes;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>One row of a package: a service, or something that belongs to none.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Service">The service, in the nested shape of HSDS; null where <paramref name="Fault"/> says what is wrong.</param>
/// <param name="Fault">Why it can’t be read.</param>
public sealed record PackageItem(string File, int Line, JsonObject? Service, ImportFault? Fault = null)
{
    /// <summary>Where a part of a service says in which file it stood.</summary>
    public const string FileMark = "$file";

    /// <summary>Where a part of a service says on which line it stood.</summary>
    public const string LineMark = "$line";

    /// <summary>Where a part of a service says what its fields are called in the file, if otherwise.</summary>
    public const string ColumnsMark = "$columns";
}
