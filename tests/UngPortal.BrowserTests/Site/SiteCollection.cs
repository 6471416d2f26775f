namespace UngPortal.BrowserTests.Site;

/// <summary>What visitors see: one site, one browser for all of it.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "the site in a browser";
}
