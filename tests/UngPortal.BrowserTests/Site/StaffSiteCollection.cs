namespace UngPortal.BrowserTests.Site;

/// <summary>What staff do, on a site and in a browser of their own beside <see cref="SiteCollection"/>.</summary>
[CollectionDefinition(Name)]
public sealed class StaffSiteCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "the site and its staff in a browser";
}
