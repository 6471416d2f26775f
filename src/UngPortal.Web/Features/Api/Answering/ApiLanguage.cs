using Microsoft.Extensions.Options;
using UngPortal.Features.Api.Asking;
using UngPortal.Kernel;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Api.Answering;

/// <summary>Finds the language of an answer: the parameter, the address's own, what the client prefers, bokmål.</summary>
internal sealed class ApiLanguage(IOptions<LanguageOptions> options)
{
    private const string Norwegian = "no";

    public Language Of(HttpContext context, QueryReader query) =>
        Find(query.Has(ApiParameters.Lang) ? query.Text(ApiParameters.Lang) : null) ?? (context.Language.IsDefault ? Preferred(context.Request) : context.Language);

    private Language Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(range => Find(range.Value.Value?.Split('-')[0].ToLowerInvariant())).OfType<Language>().FirstOrDefault() ?? Language.Bokmal;

    private Language? Find(string? code) => code is null ? null : options.Value.All.FirstOrDefault(language => language.Code == (code == Norwegian ? Language.Bokmal.Code : code));
}
