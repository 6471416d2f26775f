using Microsoft.OpenApi;

namespace UngPortal.Features.Api.Describing;

/// <summary>Has the schemas say what answers are like. What isn't known is left out of an answer, never null, and numbers are never texts, though the serializer would read both.</summary>
/// <remarks>A field that is either null or another schema is also what Scalar can't take, though OpenAPI 3.1 allows it.</remarks>
internal static class PlainSchemas
{
    private const JsonSchemaType Number = JsonSchemaType.Integer | JsonSchemaType.Number;

    public static void PutInto(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
        {
            Plain(schema);
        }
    }

    /// <summary>The schema, or the one that stands in it beside null.</summary>
    private static IOpenApiSchema Plain(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return schema;
        }

        if (own.OneOf is { Count: 2 } both && both.Any(IsNull))
        {
            return Plain(both.Single(one => !IsNull(one)));
        }

        own.Type &= ~JsonSchemaType.Null;
        if ((own.Type & Number) != 0 && own.Type?.HasFlag(JsonSchemaType.String) == true)
        {
            (own.Type, own.Pattern) = (own.Type & ~JsonSchemaType.String, null);
        }

        own.Items = own.Items is { } items ? Plain(items) : null;
        foreach (var (name, property) in own.Properties?.ToList() ?? [])
        {
            own.Properties![name] = Plain(property);
        }

        return own;
    }

    private static bool IsNull(IOpenApiSchema schema) => schema.Type == JsonSchemaType.Null;
}
