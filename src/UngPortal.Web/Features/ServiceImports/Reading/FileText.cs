using System.Text;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Reads the letters of a file: UTF-8, UTF-16 with its mark, or Windows-1252. What may be read in two ways is refused.</summary>
public static class FileText
{
    private const int Windows = 1252;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(Windows, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static string Of(PackageFile file)
    {
        var bytes = file.Content.AsSpan();
        try
        {
            var text = bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict.GetString(bytes[3..]),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]),
                _ => WithoutMark(file),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? throw new UnreadablePackageException("Import_NotText", file.Name) : text;
        }
        catch (ArgumentException) // The bytes are no letters.
        {
            throw new UnreadablePackageException("Import_BadLetters", file.Name);
        }
    }

    private static string WithoutMark(PackageFile file)
    {
        try
        {
            return Strict.GetString(file.Content);
        }
        catch (ArgumentException)
        {
            return HasUtf8Letter(file.Content) ? throw new UnreadablePackageException("Import_BadLetters", file.Name) : Western.GetString(file.Content);
        }
    }

    /// <summary>Whether a letter is there that only UTF-8 writes so: then the rest is broken, not of another kind.</summary>
    private static bool HasUtf8Letter(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] is >= 0xC2 and <= 0xDF && bytes[at + 1] is >= 0x80 and <= 0xBF)
            {
                return true;
            }
        }

        return false;
    }
}
