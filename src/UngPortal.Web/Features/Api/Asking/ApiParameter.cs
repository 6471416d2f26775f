using System.Text.Json.Nodes;

namespace UngPortal.Features.Api.Asking;

/// <summary>A parameter of the interface: what is taken, and what the documentation says of it.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Type">What JSON Schema calls it: <c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
/// <param name="Description">One English sentence or two.</param>
/// <param name="Example">A value that is allowed.</param>
internal sealed record ApiParameter(string Name, string Type, string Description, string Example)
{
    /// <summary>All that is allowed; null where it can't be listed.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Finds which of the values is meant, also when it is written another way; without it, it must be written as it stands.</summary>
    public Func<string, string?>? Find { get; init; }

    public int? Least { get; init; }

    public int? Most { get; init; }

    /// <summary>Whether it is a part of the path.</summary>
    public bool IsInPath { get; init; }

    /// <summary>Whether it may tell of somebody: such an answer is made and forgotten.</summary>
    public bool IsPrivate { get; init; }

    public JsonNode ExampleNode => Type switch { "integer" => JsonNode.Parse(Example)!, "boolean" => JsonNode.Parse(Example)!, _ => JsonValue.Create(Example) };

    /// <summary>The value that a text means; null when that isn't allowed.</summary>
    public string? Meant(string text) => Find is not null ? Find(text) : Values?.Contains(text, StringComparer.Ordinal) == false ? null : text;

    /// <summary>What to write instead.</summary>
    public string Allowed => (Values, Type) switch
    {
        ({ } values, _) => $"Allowed: {string.Join(", ", values)}.",
        (_, "boolean") => "Allowed: true, false.",
        (_, "integer") => $"Allowed: a whole number from {Least} to {Most}.",
        _ => $"{Description} Example: {Example}",
    };
}
