namespace UngPortal.Platform.Access;

/// <summary>The page that asks for a fresh sign-in and leads back.</summary>
public static class SignInAgain
{
    /// <summary>Its address for who asked for this; after a form that was sent it leads to the page that holds the form.</summary>
    public static string AddressFor(HttpRequest request) =>
        $"/admin/bekreft?til={Uri.EscapeDataString(request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : QueryString.Empty))}";
}
