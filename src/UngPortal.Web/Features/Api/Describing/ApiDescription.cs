using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using UngPortal.Features.Api.Answering;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api.Describing;

/// <summary>The interface's description in OpenAPI 3.1, made once from its endpoints.</summary>
internal sealed class ApiDescription([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    private readonly Lazy<Task<(OpenApiDocument Document, byte[] Body, string Tag)>> _made = new(() => MakeAsync(provider));

    public async Task<OpenApiDocument> ReadAsync() => (await _made.Value).Document;

    public async Task SendAsync(HttpContext context)
    {
        ApiAnswers.Open(context.Response);
        if (context.Request.Query.Count > 0)
        {
            await ApiAnswers.SendAsync(context, ProblemDocument.Of(StatusCodes.Status400BadRequest) with { Detail = "This address takes no parameters." });
            return;
        }

        var (_, body, tag) = await _made.Value;
        await ApiAnswers.SendAsync(context, body, tag);
    }

    private static async Task<(OpenApiDocument Document, byte[] Body, string Tag)> MakeAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        PlainSchemas.PutInto(document);
        var body = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        return (document, body, ApiAnswers.TagOf(body));
    }
}
