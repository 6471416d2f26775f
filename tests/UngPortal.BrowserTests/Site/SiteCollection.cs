namespace UngPortal.BrowserTests.Site;

/// <summary>Every test class belongs to it: one site, one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "the site in a browser";
}
