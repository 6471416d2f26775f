namespace UngPortal.BrowserTests.Site;

/// <summary>What the pages of <see cref="SiteCollection"/> ask for, on a site and in a browser of their own: so the two cores have about as much to do.</summary>
[CollectionDefinition(Name)]
public sealed class RequestSiteCollection : ICollectionFixture<BrowserSite>
{
    public const string Name = "the requests of the site in a browser";
}
