namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>A package of which nothing can be read, and the key of the text that says why.</summary>
public sealed class UnreadablePackageException(string textKey, string value = "") : Exception
{
    public string TextKey => textKey;

    /// <summary>What it is about: a file’s name, or a line.</summary>
    public string Value => value;
}
