using System.Globalization;
using UngPortal.Kernel;

namespace UngPortal.Features.Shared;

/// <summary>What staff get by mail is in bokmål, whichever language the page is in that somebody else pressed a button on.</summary>
public static class MailLanguage
{
    public static T InBokmal<T>(Func<T> write)
    {
        var (culture, shown) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Bokmal.Culture;
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, shown);
        }
    }
}
