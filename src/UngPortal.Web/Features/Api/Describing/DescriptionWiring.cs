using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using UngPortal.Features.Api.Asking;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api.Describing;

/// <summary>Says what the endpoints themselves don't: terms, parameters, refusals and examples.</summary>
internal static class DescriptionWiring
{
    private const string Json = "application/json";

    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(ApiDescription.Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint => endpoint.HttpMethod == HttpMethods.Get && endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiParameterList>().Any();
            options.AddDocumentTransformer((document, context, _) =>
            {
                Introduce(document, context.ApplicationServices.GetRequiredService<IOptions<PublicAddress>>().Value);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                Complete(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiParameterList>().Single());
                return Task.CompletedTask;
            });
        });
        builder.Services.AddSingleton<ApiDescription>();
    }

    private static void Introduce(OpenApiDocument document, PublicAddress site)
    {
        document.Info = new()
        {
            Title = "UngPortal: the register of services",
            Version = "1.0.0",
            Summary = "Help for young people in Norway, in the shape of Open Referral HSDS 3.0.",
            Description = "Read only, no key, no cookies, from any web page. Ids are stable. Lists come in pages; filters add up. Fields that begin with x- are the portal's own. Name the source of each service (x-source) where you use its facts.",
            Contact = new() { Name = "UngPortal", Url = new(site.Absolute("/tilbakemelding")) },
            License = new() { Name = "By source: NLOD, CC BY 3.0, CC BY 4.0, ODbL; facts of services by their own source", Url = new(site.Absolute("/api")) },
        };
        document.Security = [new OpenApiSecurityRequirement()];
        document.Tags = new HashSet<OpenApiTag> { new() { Name = "HSDS", Description = "The register in the shape of Open Referral HSDS 3.0." } };
        document.Servers = [new() { Url = site.Origin }];
    }

    private static void Complete(OpenApiOperation operation, ApiParameterList parameters)
    {
        operation.Description = "Answers with an ETag; ask with If-None-Match to hear only of changes. What is said about open and closed is true for the minute.";
        operation.Parameters = [.. parameters.All.Select(Parameter)];
        operation.Responses ??= [];
        operation.Responses["304"] = new OpenApiResponse { Description = "Unchanged since the ETag in If-None-Match." };
        operation.Responses["429"] = Problem("Too many requests; Retry-After says how many seconds to wait.");
        operation.Responses["400"] = Problem("A parameter could not be taken; the answer says which, and what is allowed.");
        if (parameters.All.Any(parameter => parameter.IsInPath))
        {
            operation.Responses["404"] = Problem("There is nothing with this id.");
        }

        if (operation.Responses.TryGetValue("200", out var response) && response is OpenApiResponse { Content: { } content } && content.TryGetValue(Json, out var media))
        {
            response.Description = operation.Summary;
            media.Example = ApiExamples.Of(operation.OperationId!);
        }
    }

    private static OpenApiResponse Problem(string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [ProblemDocument.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDocument)) } },
    };

    private static OpenApiParameter Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.IsInPath,
        Description = parameter.Description,
        Example = parameter.ExampleNode,
        Schema = new OpenApiSchema
        {
            Type = parameter.Type switch { "integer" => JsonSchemaType.Integer, "boolean" => JsonSchemaType.Boolean, _ => JsonSchemaType.String },
            Minimum = parameter.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = parameter.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Enum = parameter.Values is { } values ? [.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)] : null,
        },
    };
}
