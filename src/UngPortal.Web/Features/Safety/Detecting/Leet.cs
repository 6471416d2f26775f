namespace UngPortal.Features.Safety.Detecting;

/// <summary>Reads digits among letters as the letters that they look like: "s3lvm0rd".</summary>
internal static class Leet
{
    private const string Digits = "0134578";
    private const string Letters = "oieastb";

    public static string Read(string word)
    {
        var span = word.AsSpan();
        return span.ContainsAnyInRange('0', '9') && span.ContainsAnyExceptInRange('0', '9') && !char.IsAsciiDigit(word[0])
            ? string.Concat(word.Select(c => Digits.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Letters[at] : c))
            : word;
    }
}
