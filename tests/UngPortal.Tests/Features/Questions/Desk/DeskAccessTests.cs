using System.Net;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>A platform administrator reads no question, whatever other roles they hold.</summary>
public sealed class DeskAccessTests : IDisposable
{
    private static readonly DateTime Now = PortalApp.Start.UtcDateTime;

    private readonly PortalApp _app = new();

    public static TheoryData<string, StaffRole> Ways => new()
    {
        { "read", StaffRole.SafeguardingOfficer }, { "sort", StaffRole.TriageEditor }, { "write", StaffRole.Expert }, { "review", StaffRole.ExpertReviewer }, { "publish", StaffRole.Editor }, { "correct", StaffRole.ChiefEditor },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task V8_2_2_Question_IsForTheRole_AndNotWhenTheyAdministerThePlatform(string way, StaffRole role)
    {
        var (id, author) = (await _app.HireAsync(roles: role), await _app.HireAsync(roles: StaffRole.Expert));
        var question = await _app.QuestionAsync(way switch
        {
            "write" => await _app.ClaimedAsync(id),
            "review" => await _app.InReviewAsync(author),
            "publish" or "correct" => await _app.ToPublishAsync(author),
            _ => await _app.AskedAsync(),
        });
        bool May(StaffIdentity person) => DeskAccess.MayRead(question, person, Now) && way switch
        {
            "sort" => DeskAccess.MaySort(question, person, Now),
            "write" => DeskAccess.MayWrite(question, person),
            "review" => DeskAccess.MayReview(question, person),
            "publish" => DeskAccess.MayPublish(question, person),
            "correct" => DeskAccess.MayCorrect(question, person),
            _ => true,
        };

        Assert.True(May(SimulatedSite.Person(id, Now, role)));
        Assert.False(May(SimulatedSite.Person(id, Now, role, StaffRole.PlatformAdmin)));
        Assert.False(DeskAccess.MayRead(question, SimulatedSite.Person(id, Now, [.. StaffVisits.EveryDesk, StaffRole.PlatformAdmin]), Now));
    }

    [Fact]
    public async Task V8_2_2_Lists_OfAPlatformAdministrator_AreEmpty()
    {
        var author = await _app.HireAsync(roles: StaffRole.Expert);
        var all = await _app.HireAsync(roles: Enum.GetValues<StaffRole>());
        Guid[] ids = [await _app.AskedAsync(), await _app.ClaimedAsync(all), await _app.InReviewAsync(author), await _app.ToPublishAsync(author), await _app.QueuedAsync(role: "jurist"), await _app.AskedAsync(age: QuestionThread.UnderAge)];
        using var admin = await _app.SignInAsync(all);
        using var other = await _app.SignInAsync(await _app.HireAsync(roles: StaffVisits.EveryDesk));

        foreach (var path in new[] { "/admin", "/admin/sporsmal", "/admin/sporsmal/sortering", "/admin/sporsmal/publisering" })
        {
            var page = await admin.PageAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(DeskRows.Harmless, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Links, link => ids.Any(id => link.Contains($"{id}", StringComparison.Ordinal)));
        }

        Assert.Equal(3, (await other.PageAsync("/admin/sporsmal")).Links.Count(link => ids.Any(id => link.Contains($"{id}", StringComparison.Ordinal))));
    }

    public void Dispose() => _app.Dispose();
}
