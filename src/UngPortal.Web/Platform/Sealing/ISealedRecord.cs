namespace UngPortal.Platform.Sealing;

/// <summary>An entity whose texts are sealed with a key of its own. Deleting the row destroys the key, and with it what the texts said.</summary>
public interface ISealedRecord
{
    /// <summary>What the key is bound to: <see cref="Sealer.NewId"/>, given when the entity is made and never changed.</summary>
    string SealId { get; }

    /// <summary>The wrapped key; only the rotation puts another wrapping in its place.</summary>
    WrappedKey Key { get; }
}
