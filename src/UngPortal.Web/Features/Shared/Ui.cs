using System.Globalization;
using System.Resources;

namespace UngPortal.Features.Shared;

/// <summary>Names the resource files of all texts the site says itself: <c>Ui.resx</c> (bokmål), <c>Ui.nn.resx</c>, <c>Ui.en.resx</c>.</summary>
public sealed class Ui
{
    private static readonly ResourceManager Texts = new(typeof(Ui));

    private Ui()
    {
    }

    /// <summary>A text in another language than the page's, for what stands inside a text in that language.</summary>
    public static string In(CultureInfo culture, string key) => Texts.GetString(key, culture) ?? key;
}
