using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Describing;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api.Documentation;

/// <summary>The open interface for people: what its own description says, on a page.</summary>
[CachedPage]
public sealed class IndexModel(IServiceProvider services, IOptions<PublicAddress> site, IStringLocalizer<Ui> texts) : PageModel
{
    public OpenApiDocument Description { get; private set; } = null!;

    public string Root => site.Value.Absolute(ProblemDocument.Prefix);

    public IReadOnlyList<LicenceDocument> Terms => Licences.In(texts);

    /// <summary>The addresses with what each takes, in the description's order.</summary>
    public IEnumerable<(string Path, OpenApiOperation Operation)> Addresses =>
        Description.Paths.SelectMany(path => (path.Value.Operations ?? []).Values, (path, operation) => (path.Key, operation));

    /// <summary>All that a parameter may be, where that can be listed.</summary>
    public static string? ValuesOf(IOpenApiParameter parameter) =>
        parameter.Schema?.Enum is { Count: > 0 } values ? string.Join(", ", values.Select(value => value.ToString())) : parameter.Schema is { Minimum: { } least, Maximum: { } most } ? $"{least}–{most}" : null;

    public async Task OnGetAsync() => Description = await services.GetRequiredService<ApiDescription>().ReadAsync();
}
