using UngPortal.Kernel;

namespace UngPortal.Features.Topics;

/// <summary>A node of the topic tree, at most three levels deep.</summary>
public sealed class Topic
{
    public const int MaxDepth = 3;
    public const int PathMaxLength = Kernel.Slug.MaxLength * MaxDepth + 2;

    public int Id { get; private set; }

    public required string Slug { get; init; }

    /// <summary>Slugs from the root down, joined with <c>/</c>: what is below shares its beginning.</summary>
    public string Path { get; private set; } = "";

    public int Position { get; private set; }

    public LocalizedText Name { get; private set; } = [];

    public LocalizedText Ingress { get; private set; } = [];

    public string? Illustration { get; private set; }

    public int Version { get; private set; }

    public int Depth => Path.Count(c => c == '/') + 1;

    public string? ParentSlug => Depth == 1 ? null : Path.Split('/')[^2];

    public string RootSlug => Path.Split('/')[0];

    /// <summary>Whether it is the other topic or stands below it.</summary>
    public bool IsWithin(Topic other) => Path == other.Path || Path.StartsWith(other.Path + "/", StringComparison.Ordinal);

    public void Place(string path, int position)
    {
        if (path.Count(c => c == '/') >= MaxDepth)
        {
            throw new InvalidOperationException($"A topic stands at most {MaxDepth} levels deep.");
        }

        Path = path;
        Position = position;
    }

    public void Describe(LocalizedText name, LocalizedText ingress, string? illustration)
    {
        Name = name;
        Ingress = ingress;
        Illustration = illustration;
    }
}
