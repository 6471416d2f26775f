using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>A part of a service in a package; what is wrong with it is told with the place where it stands.</summary>
internal sealed class ServicePart
{
    private readonly JsonObject _node;
    private readonly List<ReadFault> _faults;

    public ServicePart(JsonObject node, string file, int line, List<ReadFault> faults)
    {
        (_node, _faults) = (node, faults);
        File = TextOf(node, PackageItem.FileMark) is { Length: > 0 } own ? own : file;
        Line = int.TryParse(TextOf(node, PackageItem.LineMark), CultureInfo.InvariantCulture, out var number) ? number : line;
    }

    public string File { get; }

    public int Line { get; }

    /// <summary>Tells what is wrong with a field. What follows a colon in its name only says which of several columns it is, in the portal’s own table.</summary>
    public void Fail(ImportFaultKind kind, string field, string? value = null) => Fail(ImportFault.Of(kind, field, value));

    public void Fail(ImportFault fault) => _faults.Add(new(File, Line, fault with { Column = ColumnOf(fault.Column) }));

    public bool Has(string name) => _node[name] is not null;

    /// <summary>A text without spaces around it; empty when there is none.</summary>
    public string Text(string name) => Clean(TextOf(_node, name));

    /// <summary>A text of at most so many characters.</summary>
    public string Text(string name, int most)
    {
        var text = Text(name);
        if (text.Length > most)
        {
            Fail(ImportFaultKind.TextTooLong, name, $"{text.Length} > {most}");
        }

        return text;
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => _node[name] is JsonArray all ? [.. all.OfType<JsonValue>().Select(one => Clean(one.ToString()))] : [];

    public IReadOnlyList<ServicePart> Parts(string name) => _node[name] is JsonArray all ? [.. all.OfType<JsonObject>().Select(one => new ServicePart(one, File, Line, _faults))] : [];

    public ServicePart? Part(string name) => _node[name] is JsonObject one ? new(one, File, Line, _faults) : null;

    /// <summary>A text in several languages from the portal’s own field; else the one in the common field. Where both stand, they agree.</summary>
    public LocalizedText Localized(string name, string own, int most)
    {
        var plain = name.Length > 0 ? Text(name, most) : "";
        if (_node[own] is not JsonObject versions)
        {
            return plain.Length > 0 ? new() { [Language.Bokmal.Code] = plain } : [];
        }

        var text = new LocalizedText(versions.Select(version => KeyValuePair.Create(version.Key, Clean(version.Value is JsonValue ? version.Value.ToString() : ""))).Where(version => version.Value.Length > 0));
        if (text.Values.Any(version => version.Length > most) || text.Keys.Any(code => code.Length is < 2 or > 3))
        {
            Fail(ImportFaultKind.TextTooLong, own, $"> {most}");
        }

        if (name.Length > 0 && text.In(Language.Bokmal) != plain)
        {
            Fail(ImportFaultKind.Disagrees, name, $"{name} / {own}");
        }

        return text;
    }

    /// <summary>A date; null when there is none, or when it is wrong.</summary>
    public DateOnly? Date(string name, DateOnly last)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Split('T', ' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= last && date.Year >= 1990)
        {
            return date;
        }

        Fail(ImportFaultKind.BadDate, name, text);
        return null;
    }

    private string ColumnOf(string field) => _node[PackageItem.ColumnsMark] is JsonObject columns && TextOf(columns, field) is { Length: > 0 } column ? column : field.Split(':')[0];

    private static string TextOf(JsonObject node, string name) => node[name] is JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToString() : "";

    private static string Clean(string text) => string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Where(sign => !char.IsControl(sign) || sign is '\n' or '\t')).Trim();
}
