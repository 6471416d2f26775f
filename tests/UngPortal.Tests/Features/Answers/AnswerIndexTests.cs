using UngPortal.Features.Answers;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

[Collection(ShippedSite.Name)]
public sealed class AnswerIndexTests(PortalApp app)
{
    /// <summary>With such an index SQLite read all of 380 000 answers for a list of twenty: it takes "is null" for rare, and here it is the rule.</summary>
    [Fact]
    public async Task Look_AtTheIndexes_NoneBeginsWithWhatNearlyAllHaveInCommon()
    {
        var first = await app.InDatabaseAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(PublishedAnswer))!.GetIndexes().Select(index => index.Properties[0].Name).ToList()));

        Assert.Contains(nameof(PublishedAnswer.ReviewedAt), first);
        Assert.DoesNotContain(nameof(PublishedAnswer.TakenDownAt), first);
    }
}
