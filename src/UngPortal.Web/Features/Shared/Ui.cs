namespace UngPortal.Features.Shared;

/// <summary>Names the resource files of all texts the site says itself: <c>Ui.resx</c> (bokmål), <c>Ui.nn.resx</c>, <c>Ui.en.resx</c>.</summary>
public sealed class Ui
{
    private Ui()
    {
    }
}
