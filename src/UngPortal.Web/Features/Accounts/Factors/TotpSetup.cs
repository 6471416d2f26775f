using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace UngPortal.Features.Accounts.Factors;

/// <summary>A secret on its way into somebody's app: as a picture and as text. It is kept by nobody but the form until a code has proved that it arrived.</summary>
/// <param name="Carried">The secret, protected, for the form to carry.</param>
/// <param name="Text">The secret to type, in groups of four.</param>
/// <param name="Path">The dark squares of the picture, as an SVG path in units of one square.</param>
/// <param name="Size">The picture's width and height in squares, with its margin.</param>
public sealed record TotpSetup(string Carried, string Text, string Path, int Size)
{
    public static TotpSetup Of(string carried, string secretText, string address)
    {
        using var generator = new QRCodeGenerator();
        using var picture = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var grouped = string.Join(' ', secretText.Chunk(4).Select(group => new string(group)));
        return new TotpSetup(carried, grouped, PathOf(picture.ModuleMatrix), picture.ModuleMatrix.Count);
    }

    private static string PathOf(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
