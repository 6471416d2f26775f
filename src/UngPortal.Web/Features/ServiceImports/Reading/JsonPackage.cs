using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Takes a JSON file apart: a list of services, one page of the open interface, or one service.</summary>
public static class JsonPackage
{
    public const int ServicesMost = 50_000;
    private const int DepthMost = 32;
    private const string Contents = "contents";

    public static IReadOnlyList<PackageItem> Read(PackageFile file)
    {
        // What is UTF-8 already is read where it stands.
        var bytes = Utf8.IsValid(file.Content) && file.Content is not [0xEF, 0xBB, 0xBF, ..] && !file.Content.AsSpan().Contains((byte)0) ? file.Content : Encoding.UTF8.GetBytes(FileText.Of(file));
        try
        {
            var items = Items(file.Name, bytes).SelectMany(Services).ToList();
            return items.Count == 0 ? throw new UnreadablePackageException("Import_NoServices", file.Name)
                : items.Exists(item => item.Service is null || item.Service.ContainsKey("status")) ? items
                : throw new UnreadablePackageException("Import_NotServices", file.Name);
        }
        catch (JsonException problem)
        {
            throw new UnreadablePackageException("Import_BadJson", $"{file.Name}:{(problem.LineNumber ?? 0) + 1}");
        }
    }

    private static List<PackageItem> Items(string file, byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DepthMost });
        reader.Read();
        var (items, line, counted) = (new List<PackageItem>(), 1, 0);
        if (reader.TokenType == JsonTokenType.StartObject && !MovesToContents(ref reader))
        {
            return [Item(file, 1, bytes)];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new UnreadablePackageException("Import_NoServices", file);
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            reader.Skip();
            items.Add(Item(file, line, bytes.AsSpan(start, (int)reader.BytesConsumed - start)));
            if (items.Count > ServicesMost)
            {
                throw new UnreadablePackageException("Import_TooManyRows", file);
            }
        }

        while (reader.Read())
        {
            reader.Skip();
        }

        return items;
    }

    /// <summary>The services of an organisation that is written with all it has, or of lists side by side; else the thing itself.</summary>
    private static IEnumerable<PackageItem> Services(PackageItem item)
    {
        if (item.Service?["services"] is not JsonArray services || item.Service.ContainsKey("status"))
        {
            return [item];
        }

        var names = OrganizationReading.NamesIn(item.Service);
        return services.OfType<JsonObject>().Select(service => item with { Service = OrganizationReading.Joined(service.DeepClone().AsObject(), names) });
    }

    /// <summary>Goes on to the list of a page. False, and at the end, for an object that has none.</summary>
    private static bool MovesToContents(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isContents = reader.ValueTextEquals(Contents);
                reader.Read();
                if (isContents && reader.TokenType == JsonTokenType.StartArray)
                {
                    return true;
                }

                reader.Skip();
            }
        }

        return false;
    }

    private static PackageItem Item(string file, int line, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = DepthMost }) is JsonObject service ? new(file, line, service) : new(file, line, null, new(ImportFaultKind.NotAnObject));
        }
        catch (JsonException) // A name twice in one object: which of the two holds is not to be guessed.
        {
            return new(file, line, null, new(ImportFaultKind.NotAnObject));
        }
    }
}
