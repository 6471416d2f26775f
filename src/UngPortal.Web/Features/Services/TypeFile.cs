using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>Reads <c>content/services/types.yml</c>.</summary>
public static class TypeFile
{
    private static readonly string[] Languages = ["nb", "nn", "en"];

    /// <summary>Every type without a problem, in the file's order, and all problems.</summary>
    public static (IReadOnlyList<ServiceType> Types, IReadOnlyList<ImportProblem> Problems) Parse(string text, string path)
    {
        List<ServiceType> types = [];
        List<ImportProblem> problems = [];
        foreach (var (fields, _, position) in YamlList.Read(text, path, problems))
        {
            var before = problems.Count;
            var type = new ServiceType { Key = fields.Text("id", ServiceType.KeyMaxLength) }.Revise(
                position,
                fields.Localized("name", maxLength: Service.NameMaxLength),
                fields.Localized("summary", maxLength: ServiceType.SummaryMaxLength),
                fields.Localized("description", maxLength: ServiceType.DescriptionMaxLength),
                Lines(fields),
                fields.Localized("hoursNote", required: false, maxLength: Service.NoteMaxLength));
            if (!Slug.IsValid(type.Key) || types.Exists(known => known.Key == type.Key))
            {
                fields.Problem("id", "'id' must be a slug that no other type has.");
            }

            fields.RefuseTheRest();
            if (problems.Count == before)
            {
                types.Add(type);
            }
        }

        return (types, problems);
    }

    private static LocalizedText Lines(YamlFields fields) =>
        fields.Map("askThem") is not { } versions ? [] : new(Languages.Select(code => KeyValuePair.Create(code, string.Join('\n', versions.List(code)))).Where(version => version.Value.Length > 0));
}
