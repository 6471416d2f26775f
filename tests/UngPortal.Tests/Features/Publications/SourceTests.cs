using UngPortal.Features.Publications;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publications;

[Collection(ShippedSite.Name)]
public sealed class SourceTests(PortalApp app)
{
    [Theory]
    [InlineData("Helsenorge: kropp og helse", "Helsenorge", "Helsenorge: kropp og helse")]
    [InlineData("Råd fra helsenorge", "Helsenorge", "Råd fra helsenorge")]
    [InlineData("Psykisk helse", "Helsenorge", "Psykisk helse – Helsenorge")]
    [InlineData("Grunnloven § 112", "Lovdata", "Grunnloven §\u00a0112 – Lovdata")]
    public void Label_PublisherInTheTitleOrNot_NamesItOnce(string title, string publisher, string label) =>
        Assert.Equal(label, new PublicationFacts.Source(title, publisher, "https://www.helsenorge.no/").Label);

    [Fact]
    public async Task Get_Article_NamesEachPublisherOnce() =>
        Assert.Contains("Helsenorge: kropp og helse", (await app.GetPageAsync("/artikler/mensen-det-du-lurer-pa")).TextsOf(".sources li"));
}
