using System.Net;
using UngPortal.Features.Averting;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Averting;

/// <summary>What concerns safeguarding is opened by who signed in lately; nothing that is typed is lost to it. Source: product/access.md, "step-up for safeguarding".</summary>
public sealed class CaseSignInTests : IDisposable
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    private readonly PortalApp _app = new();

    [Fact]
    public async Task V7_5_3_Step_SixMinutesLater_AsksForASignIn_ButTakesWhatIsSent()
    {
        var expert = await _app.ExpertAsync();
        var id = await _app.AvertingAsync(expert);
        var path = $"/admin/avverging/{id}/steg";
        using var writer = await _app.SignInAsync(expert);
        var fields = new Dictionary<string, string>((await writer.VisitAsync(path)).Form(path)) { ["Steg"] = "vurder", ["Fakta"] = "KANARI-FAKTA", ["Lov"] = "L", ["Alternativer"] = "A" };
        _app.Clock.Advance(Later);

        var asked = await writer.VisitAsync(path);
        var wrong = await writer.PostFormAsync(path, fields);
        var right = await writer.PostFormAsync(path, new Dictionary<string, string>(fields) { ["Vedtak"] = "Police" });

        Assert.Equal((HttpStatusCode.Redirect, $"/admin/bekreft?til={Uri.EscapeDataString(path)}"), (asked.Status, asked.Response.Headers.Location!.OriginalString));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "KANARI-FAKTA"), (wrong.Status, wrong.TextOf("#Fakta")));
        Assert.Equal($"/admin/avverging/{id}?gjort=1", right.Response.Headers.Location!.OriginalString);
        Assert.Equal(CaseState.AwaitingSecond, (await _app.CaseAsync(id)).State);
    }

    [Fact]
    public async Task V7_5_3_HeldQuestion_SixMinutesLater_AsksForASignIn_AndOthersDoNot()
    {
        var (held, other) = (await _app.AskedAsync("KANARI-HOLDT dette er vondt", age: 12), await _app.AskedAsync());
        using var officer = await _app.SignInAsAsync(StaffRole.SafeguardingOfficer);
        var path = $"/admin/sporsmal/sortering/{held}";
        var page = await officer.VisitAsync(path);
        Assert.Contains("KANARI-HOLDT", page.Text, StringComparison.Ordinal);
        _app.Clock.Advance(Later);

        var asked = await officer.VisitAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, $"/admin/bekreft?til={Uri.EscapeDataString(path)}"), (asked.Status, asked.Response.Headers.Location!.OriginalString));
        Assert.DoesNotContain("KANARI-HOLDT", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.VisitAsync($"/admin/sporsmal/sortering/{other}")).Status);
        var sent = await officer.PostFormAsync(path, new Dictionary<string, string>(page.Form(path)) { ["Steg"] = "bekreft", ["Rolle"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
    }

    public void Dispose() => _app.Dispose();
}
