using Microsoft.Extensions.Localization;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>Says how far away something is, no nearer than the coordinates know.</summary>
internal static class Distances
{
    /// <summary>From how far away on it is a day's journey for somebody who has no car, in kilometres.</summary>
    public const double Far = 30;

    private const double Short = 1;
    private const double Middling = 10;

    public static string Text(double kilometres, Language language, IStringLocalizer texts) =>
        kilometres < Short ? texts["Finder_Under1"] : texts["Finder_Km", kilometres.ToString(kilometres < Middling ? "0.0" : "0", language.Culture)];
}
