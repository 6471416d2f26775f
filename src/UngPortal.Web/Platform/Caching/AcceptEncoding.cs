using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Caching;

/// <summary>Chooses one of our three encodings from an Accept-Encoding header, without allocating.</summary>
/// <remarks>RFC 9110, 12.5.3. The highest weight wins, then brotli before gzip before identity; identity also answers a header that refuses everything.</remarks>
internal static class AcceptEncoding
{
    private const double Unnamed = -1;

    public static PageEncoding Best(StringValues header)
    {
        double brotli = Unnamed, gzip = Unnamed, identity = Unnamed, any = Unnamed;
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var item = line.AsSpan()[range];
                var end = item.IndexOf(';');
                var name = (end < 0 ? item : item[..end]).Trim();
                var weight = end < 0 ? 1 : Weight(item[(end + 1)..]);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                {
                    brotli = weight;
                }
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                {
                    gzip = weight;
                }
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                {
                    identity = weight;
                }
                else if (name is "*")
                {
                    any = weight;
                }
            }
        }

        brotli = Math.Max(brotli == Unnamed ? any : brotli, 0);
        gzip = Math.Max(gzip == Unnamed ? any : gzip, 0);
        if (brotli > 0 && brotli >= gzip && brotli >= identity)
        {
            return PageEncoding.Brotli;
        }

        return gzip > 0 && gzip >= identity ? PageEncoding.Gzip : PageEncoding.Identity;
    }

    private static double Weight(ReadOnlySpan<char> parameters)
    {
        foreach (var range in parameters.Split(';'))
        {
            var parameter = parameters[range].Trim();
            if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase))
            {
                return double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? Math.Min(weight, 1) : 0;
            }
        }

        return 1;
    }
}
