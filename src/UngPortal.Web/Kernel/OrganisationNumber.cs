namespace UngPortal.Kernel;

/// <summary>A number in the Norwegian register of organisations: nine digits, the last a check digit modulo 11. Source: Brønnøysundregistrene.</summary>
public static class OrganisationNumber
{
    /// <summary>Digits in a number.</summary>
    public const int Length = 9;

    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>Reads a number as people write it, with or without spaces, and with "MVA" or "NO" around it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="number">The nine digits; empty when the text is no such number.</param>
    public static bool TryParse(string? text, out string number)
    {
        number = "";
        var bare = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '.')).ToUpperInvariant();
        bare = bare.StartsWith("NO", StringComparison.Ordinal) ? bare[2..] : bare;
        bare = bare.EndsWith("MVA", StringComparison.Ordinal) ? bare[..^3] : bare;
        if (bare.Length != Length || !bare.All(char.IsAsciiDigit) || bare[0] is not ('8' or '9') || bare[^1] - '0' != CheckDigitOf(bare))
        {
            return false;
        }

        number = bare;
        return true;
    }

    /// <summary>The check digit; 10 means that no number can have these eight digits.</summary>
    private static int CheckDigitOf(string digits)
    {
        var rest = Weights.Select((weight, at) => weight * (digits[at] - '0')).Sum() % 11;
        return rest == 0 ? 0 : 11 - rest;
    }
}
