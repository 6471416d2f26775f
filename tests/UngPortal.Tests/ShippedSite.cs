using UngPortal.Testing;

namespace UngPortal.Tests;

/// <summary>One running site with the shipped content for all test classes that only read.</summary>
[CollectionDefinition(Name)]
public sealed class ShippedSite : ICollectionFixture<PortalApp>
{
    public const string Name = "shipped site";
}
