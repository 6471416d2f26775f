using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>One publication in the catalogue: all but the bodies of its texts.</summary>
public sealed class CatalogueEntry
{
    public required int Id { get; init; }

    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    public required PublicationFacts Facts { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required DateTime ChangedAt { get; init; }

    public required bool IsTakenDown { get; init; }

    /// <summary>The organisation that looks after it; null for what the editors look after.</summary>
    public int? OwnerId { get; init; }

    /// <summary>In the order of the tree.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>1 to 5: the main topic's colour, 0 without topics.</summary>
    public required int Hue { get; init; }

    public required IReadOnlyList<Version> Versions { get; init; }

    /// <summary>Where it stands among others of the same moment: anywhere, but always there.</summary>
    public uint Lot => field == 0 ? field = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Slug))) | 1 : field;

    public bool IsLive(DateTime now) => !IsTakenDown && PublishedAt <= now;

    public bool IsWithin(Topic topic) => Topics.Any(own => own.IsWithin(topic));

    public bool IsIn(Language language) => Versions.Any(version => version.Language == language.Code);

    /// <summary>The version in the language, else the bokmål one.</summary>
    public Version In(Language language) =>
        Versions.FirstOrDefault(version => version.Language == language.Code) ?? Versions.First(version => version.Language == Language.Bokmal.Code);

    /// <summary>A language version; <see cref="Id"/> leads to its body.</summary>
    public sealed record Version(int Id, string Language, string Title, string Ingress, int Words);
}
