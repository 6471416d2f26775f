using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>A record with a sealed text, as a feature would have it.</summary>
internal sealed class Letter : ISealedRecord
{
    public const string Kind = "letter";

    public int Id { get; init; }

    public required string SealId { get; init; }

    public required WrappedKey Key { get; init; }

    public required byte[] Text { get; init; }

    /// <summary>A letter with its text sealed.</summary>
    public static Letter Write(Sealer sealer, string text)
    {
        var id = Sealer.NewId();
        var (key, seal) = sealer.New(Kind, id);
        using (seal)
        {
            return new Letter { SealId = id, Key = key, Text = seal.Seal(text, "Letters", id, nameof(Text)) };
        }
    }

    public string Read(Sealer sealer)
    {
        using var seal = sealer.Open(Kind, SealId, Key);
        return seal.Open(Text, "Letters", SealId, nameof(Text));
    }
}
