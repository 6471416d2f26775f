using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>Reads a file of services, one entry each.</summary>
internal static class ServiceEntries
{
    /// <summary>Every service whose entry has no problem and whose slug is new, in the file's order, and all problems.</summary>
    public static (IReadOnlyList<Service> Services, IReadOnlyList<ImportProblem> Problems) Read(string text, string path, Func<YamlFields, int, Service?> read)
    {
        List<Service> services = [];
        List<ImportProblem> problems = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fields, firstLine, position) in YamlList.Read(text, path, problems))
        {
            var before = problems.Count;
            if (read(fields, position) is not { } service || problems.Count > before)
            {
                continue;
            }

            if (seen.Add(service.Slug))
            {
                services.Add(service);
            }
            else
            {
                problems.Add(new ImportProblem(path, firstLine, $"There is already an entry with the id {service.Slug}."));
            }
        }

        return (services, problems);
    }
}
