namespace UngPortal.Features.ServiceImports;

/// <summary>What a service is called where it comes from, so that the same package finds it again.</summary>
public sealed class ServiceForeignId
{
    public int Id { get; private set; }

    /// <summary>Whose id it is.</summary>
    public required string Origin { get; init; }

    public required string ForeignId { get; init; }

    public required int ServiceId { get; init; }

    /// <summary>What the source said of it last.</summary>
    public string Status { get; private set; } = "";

    /// <summary>When the package was last taken in, UTC.</summary>
    public DateTime ImportedAt { get; private set; }
}
