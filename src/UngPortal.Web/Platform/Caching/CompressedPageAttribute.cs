namespace UngPortal.Platform.Caching;

/// <summary>Marks a public page or feed that is compressed on the way out but never stored, e.g. search results.</summary>
/// <remarks>Never on a page with a secret in it: compression next to reflected input gives the secret away.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CompressedPageAttribute : Attribute;
