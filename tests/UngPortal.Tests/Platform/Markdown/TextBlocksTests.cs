using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class TextBlocksTests
{
    [Fact]
    public void Of_Reference_ReadsAsItsName_ElseAsItsKey()
    {
        var root = AllowedTree.Read("<h2>Nå</h2><p>Ring <portal-ref data-kind=\"tjeneste\" data-key=\"legevakt\"></portal-ref>, eller <portal-ref data-kind=\"tjeneste\" data-key=\"en-annen\"></portal-ref>.</p>");

        Assert.Equal(["Nå", "Ring Legevakt 116 117, eller en annen."], TextBlocks.Of(root, key => key == "legevakt" ? "Legevakt 116 117" : null));
    }
}
