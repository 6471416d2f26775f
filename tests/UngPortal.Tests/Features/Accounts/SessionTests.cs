using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Sessions end when they must: idle, after ten hours, when the person is disabled, when the agreement ends.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task V8_2_1_Home_WithoutSession_LeadsToTheSignIn()
    {
        using var visitor = _app.CreateVisitor();

        using var answer = await visitor.GetAsync(new Uri("/admin", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/admin/logg-inn?til=%2Fadmin", answer.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Home_OfAnEditor_GreetsByNameAndIsNeverStored()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var page = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Hei, Person", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(29, HttpStatusCode.OK)]
    [InlineData(31, HttpStatusCode.Redirect)]
    public async Task V7_3_1_Session_LeftAlone_EndsAfterHalfAnHour(int minutes, HttpStatusCode expected)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        _app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, await HomeAsync(editor));
    }

    [Fact]
    public async Task V7_3_2_Session_InUse_EndsAfterTenHours()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        for (var i = 0; i < 29; i++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, await HomeAsync(editor));
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(21));

        Assert.Equal(HttpStatusCode.Redirect, await HomeAsync(editor));
    }

    [Fact]
    public async Task V7_4_2_Disable_APerson_EndsTheSessionAtOnce()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var editor = await _app.SignInAsync(id);
        Assert.Equal(HttpStatusCode.OK, await HomeAsync(editor));

        await _app.InDatabaseAsync(async db =>
        {
            (await db.Staff.FirstAsync(person => person.Id == id)).Disable(db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Redirect, await HomeAsync(editor));
    }

    [Fact]
    public async Task Seats_AfterTheAgreementsLastDay_AreGone()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        Task<int> SeatsOn(int daysFromNow) => _app.InDatabaseAsync(db => db.SeatsOf(id, OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime).AddDays(daysFromNow)).CountAsync());

        Assert.Equal(1, await SeatsOn(0));
        Assert.Equal(0, await SeatsOn(400));
    }

    [Fact]
    public async Task Open_AMadeUpSecret_IsNobody()
    {
        using var visitor = _app.CreateVisitor();
        var (name, value) = _app.SessionCookie("0123456789abcdef");
        visitor.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");

        Assert.Equal(HttpStatusCode.Redirect, await HomeAsync(visitor));
    }

    [Fact]
    public async Task SignIn_OutsideDevelopment_KnowsNoDemoPeople()
    {
        var page = await _app.GetPageAsync("/admin/logg-inn");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("form[action*=Demo]"));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Staff.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HttpStatusCode> HomeAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/admin", UriKind.Relative));
        return answer.StatusCode;
    }
}
