using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publications;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Shared;

[Collection(ShippedSite.Name)]
public sealed class CountedTests(PortalApp app)
{
    [Theory]
    [InlineData("", "1 artikkel", " artikler")]
    [InlineData("/nn", "1 artikkel", " artiklar")]
    [InlineData("/en", "1 article", " articles")]
    public async Task Get_ListOfOne_SaysSoInTheSingular(string language, string one, string many)
    {
        var catalogue = await app.Services.GetRequiredService<CatalogueCopy>().ReadAsync(CancellationToken.None);
        var topic = catalogue.Topics.All.First(topic => topic.Depth < 3 && catalogue.Entries.Count(entry => entry.Kind == PublicationKind.Article && entry.IsWithin(topic)) == 1);

        var list = await app.GetPageAsync($"{language}/artikler?tema={topic.Slug}");
        var whole = await app.GetPageAsync($"{language}/artikler");
        var page = await app.GetPageAsync($"{language}/tema/{topic.Slug}");

        Assert.Equal(one, list.TextOf("main h2"));
        Assert.EndsWith(many, whole.TextOf("main h2"), StringComparison.Ordinal);
        Assert.Equal(one, page.TextOf(".section__head p"));
    }
}
