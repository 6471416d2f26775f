using System.Globalization;

namespace UngPortal.Platform.Audit;

/// <summary>A place in the chain and its seal, written <c>NUMBER:SEAL</c>. Kept outside the database, it shows later whether the chain was cut before it.</summary>
public sealed record AuditMark(long Number, string Seal)
{
    /// <summary>Reads a written mark; null when it is none.</summary>
    public static AuditMark? Parse(string text) =>
        text.Split(':') is [var number, { Length: > 0 } seal] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? new AuditMark(value, seal)
            : null;

    /// <summary>The mark as it is written down.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Seal}");
}
