namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>A file of a package.</summary>
/// <param name="Name">Its name, without a path.</param>
/// <param name="Content">What stands in it.</param>
public sealed record PackageFile(string Name, byte[] Content);
