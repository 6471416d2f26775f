using Microsoft.Playwright;
using NetVips;
using UngPortal.BrowserTests.Site;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A picture from somebody's disk becomes one of the library's, with a keyboard and without JavaScript too.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class PictureTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_APicture_ShowsItInTheLibrary(bool javaScript)
    {
        var alt = javaScript ? "To venner på en benk" : "En hund i snøen";
        await using var visit = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor), 360, javaScript);
        await UploadAsync(visit, alt);

        var picture = visit.Page.Locator("main img").First;
        await Assertions.Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 0; }"));
        await visit.OpenAsync($"/admin/medier?q={Uri.EscapeDataString(alt)}");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = alt })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Upload_WhatIsNoPicture_SaysSoAndKeepsTheWords()
    {
        await using var visit = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor));
        await visit.OpenAsync("/admin/medier/ny");
        await visit.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "benk.jpg", MimeType = "image/jpeg", Buffer = "<svg onload=alert(1)>"u8.ToArray() });
        await visit.Page.FillAsync("#AltNb", "To venner på en benk");
        await visit.Page.FillAsync("#Opphav", "Kari Prøve");
        await visit.Page.SelectOptionAsync("#Lisens", new SelectOptionValue { Index = 1 });

        await visit.Page.ClickAsync("main form button[type=submit]");

        await Assertions.Expect(visit.Page.Locator(".error-summary, [role=alert]").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#AltNb")).ToHaveValueAsync("To venner på en benk");
    }

    /// <summary>Puts a picture into the library. Returns its name.</summary>
    internal static async Task<string> UploadAsync(Visit visit, string alt)
    {
        await visit.OpenAsync("/admin/medier");
        await visit.Page.ClickAsync("a[href='/admin/medier/ny']");
        await visit.ArriveAsync("**/admin/medier/ny");
        await visit.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "benk.jpg", MimeType = "image/jpeg", Buffer = Jpeg() });
        await visit.Page.FillAsync("#AltNb", alt);
        await visit.Page.FillAsync("#Opphav", "Kari Prøve");
        await visit.Page.SelectOptionAsync("#Lisens", new SelectOptionValue { Index = 1 });
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.ArriveAsync("**/admin/medier/*lagret=true");
        return visit.Path.Split('?')[0].Split('/')[^1];
    }

    private static byte[] Jpeg()
    {
        using var plain = Image.Black(640, 400, 3);
        using var picture = (plain + 90).Cast(Enums.BandFormat.Uchar);
        return picture.JpegsaveBuffer();
    }
}
