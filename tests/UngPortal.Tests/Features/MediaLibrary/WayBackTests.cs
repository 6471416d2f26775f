using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>Whoever uploads a picture for something finds the way back to it, and nowhere else.</summary>
public sealed class WayBackTests
{
    [Theory]
    [InlineData("/admin/verktoy/7/skjermbilder", true)]
    [InlineData("/admin/innhold/12", true)]
    [InlineData("/admin", false)]
    [InlineData("//ond.example/admin/innhold/12", false)]
    [InlineData("https://ond.example/admin/innhold", false)]
    [InlineData("/admin//ond.example", false)]
    [InlineData("/admin/../hjelp-na", false)]
    [InlineData("/admin/innhold?a=b", false)]
    [InlineData("/admin/innhold\n", false)]
    [InlineData(null, false)]
    public void Read_TakesPlainPathsOfTheDeskAlone(string? text, bool isTaken) => Assert.Equal(isTaken ? text : null, WayBack.Read(text));

    [Fact]
    public async Task Upload_ForScreenshots_LeadsBackToThem()
    {
        using var app = new PortalApp().WithoutWorkers().With("Media:Pictures:Limit", Patience);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var form = (await editor.OpenAsync(New + "?tilbake=/admin/verktoy/7/skjermbilder")).Form(New);

        var fields = Description();
        fields["tilbake"] = form["tilbake"];
        var sent = await editor.UploadAsync(fields, [new(TestPictures.Jpeg(600, 400), "bilde.jpg")]);

        var page = await editor.OpenAsync(sent.Response.Headers.Location!.OriginalString);
        Assert.Equal("Tilbake til det du holdt på med", page.Document.QuerySelector("main a[href='/admin/verktoy/7/skjermbilder']")!.TextContent);
    }

    [Fact]
    public async Task Upload_RefusedBefore_StillKnowsTheWayBack()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var refused = await editor.UploadAsync(new() { ["AltNb"] = "En skjerm", ["tilbake"] = "/admin/innhold/12" }, []);
        var hostile = await editor.UploadAsync(new() { ["AltNb"] = "En skjerm", ["tilbake"] = "//ond.example" }, []);

        Assert.Equal("/admin/innhold/12", refused.Form(New)["tilbake"]);
        Assert.False(hostile.Form(New).ContainsKey("tilbake"));
    }
}
