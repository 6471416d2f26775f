namespace UngPortal.Platform.Caching;

/// <summary>Marks a public page or feed that is compressed on the way out but never stored, e.g. search results.</summary>
/// <remarks>Only what is read is compressed, never the answer to a form. Never on a page that shows something of the address beside a token: its length, compressed, would give the token away letter by letter.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CompressedPageAttribute : Attribute;
