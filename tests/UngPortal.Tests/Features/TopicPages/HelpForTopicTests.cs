using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Services;
using UngPortal.Features.TopicPages;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.TopicPages;

/// <summary>Every topic of the shipped tree, by day and by night.</summary>
[Collection(ShippedSite.Name)]
public sealed class HelpForTopicTests(PortalApp app)
{
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Night = new(2026, 11, 24, 1, 4, 0, TimeSpan.Zero);

    private static readonly string[] Sensitive = ["alkohol", "cannabis", "overgrep", "rusmidler", "selvskading", "sorg-og-krise", "spiseforstyrrelser", "vold"];

    [Fact]
    public async Task Of_EveryTopic_GivesTwoOrMoreOfWhomOneHasKnownHours()
    {
        var tree = await TreeAsync();

        Assert.True(tree.All.Count > 70);
        foreach (var (topic, moment) in tree.All.SelectMany(topic => new[] { (topic, Day), (topic, Night) }))
        {
            var helpers = Helpers(tree, topic.Slug, moment);
            Assert.True(helpers.Count is >= HelpForTopic.Fewest and <= HelpForTopic.Most, topic.Slug);
            Assert.True(helpers.Any(helper => !helper.IsUnknown), topic.Slug);
            Assert.True(helpers.All(helper => !helper.IsEmergency), topic.Slug);
            Assert.Equal(helpers.OrderBy(helper => helper.IsOpen ? 0 : 1).Select(helper => helper.Slug), helpers.Select(helper => helper.Slug));
        }
    }

    [Fact]
    public async Task Of_SensitiveTopics_HasSomebodyWhoAnswersAtNight()
    {
        var tree = await TreeAsync();

        Assert.Equal(Sensitive, tree.All.Where(HelpForTopic.IsSensitive).Select(topic => topic.Slug).Order(StringComparer.Ordinal));
        Assert.All(Sensitive.Append("mobbing").Append("fosterhjem").Append("barnevern"), slug => Assert.True(Helpers(tree, slug, Night)[0].IsOpen, slug));
    }

    [Theory]
    [InlineData("kropp-helse-og-sex", "sex-og-samfunn")]
    [InlineData("spiseforstyrrelser", "spiseforstyrrelsesforeningen-spisfo")]
    [InlineData("selvskading", "alarmtelefonen-for-barn-og-unge")]
    [InlineData("selvskading", "mental-helse-116123")]
    [InlineData("forerkort", "statens-vegvesen")]
    [InlineData("demokrati", "elevorganisasjonen")]
    [InlineData("forstegangsvelger", "elevorganisasjonen")]
    public async Task Of_Topic_HasItsOwnHelperByDayAndByNight(string topic, string helper)
    {
        var tree = await TreeAsync();

        Assert.All([Day, Night], moment => Assert.Contains(helper, Helpers(tree, topic, moment).Select(card => card.Slug)));
    }

    [Theory]
    [InlineData("/tema/selvskading", true, false)]
    [InlineData("/tema/vold", true, true)]
    [InlineData("/tema/tobakk-og-snus", false, false)]
    public async Task Get_SensitiveTopic_BeginsWithTheCrisisBox(string path, bool hasBox, bool hasPolice)
    {
        var page = (await app.GetPageAsync(path)).Document;

        Assert.Equal(hasBox, page.QuerySelector("main .crisis a[href='tel:113']") is not null);
        Assert.Equal(hasPolice, page.QuerySelector("main .crisis a[href='tel:112']") is not null);
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=tjenester] a[href='tel:112'], section[aria-labelledby=tjenester] a[href='tel:113']"));
    }

    private Task<TopicTree> TreeAsync() => app.InDatabaseAsync(db => TopicTree.ReadAsync(db, CancellationToken.None));

    private IReadOnlyList<ServiceCard> Helpers(TopicTree tree, string slug, DateTimeOffset moment) =>
        HelpForTopic.Of(tree.Find(slug)!, tree, app.Services.GetRequiredService<HelpNowCopy>().Current.Cards(Language.Bokmal, new FakeTimeProvider(moment)));
}
