using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Experts;

/// <summary>A profile as a coordinator keeps it.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(StaffRole.YouthAnswerer, AnsweringRole.YouthKey, "lege")]
    [InlineData(StaffRole.Expert, "lege", AnsweringRole.YouthKey)]
    public async Task Roles_OfYoungPeopleAndOfOthers_AreApart(StaffRole role, string own, string others)
    {
        var id = await _app.HireAsync(roles: role);
        using var coordinator = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var offered = (await coordinator.PageAsync($"/admin/svarere/{id}")).Document.QuerySelectorAll("input[name=Rolle]").Select(box => box.GetAttribute("value")).ToList();

        var refused = await coordinator.FillInAsync($"/admin/svarere/{id}", null, ("Rolle", others));
        var kept = await coordinator.FillInAsync($"/admin/svarere/{id}", null, ("Rolle", own));

        Assert.Contains(own, offered);
        Assert.DoesNotContain(others, offered);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (refused.Status, kept.Status));
        Assert.Equal([own], await _app.InDatabaseAsync(db => db.Experts.Where(expert => expert.StaffId == id).Select(expert => expert.Roles).SingleAsync()));
    }

    [Fact]
    public async Task Absence_OfTheWrongYear_IsTakenAway_AndNothingElseIsChanged()
    {
        var id = await _app.ExpertAsync();
        await _app.InDatabaseAsync(async db =>
        {
            var expert = await db.Experts.SingleAsync(one => one.StaffId == id);
            expert.BeAway(new DateOnly(2026, 11, 1), new DateOnly(2062, 12, 1));
            expert.BeAway(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 27));
            return await db.SaveChangesAsync();
        });
        using var coordinator = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var buttons = (await coordinator.PageAsync($"/admin/svarere/{id}")).Document.QuerySelectorAll("button[name=Fjern]").Select(button => button.GetAttribute("value")!).ToList();

        var done = await coordinator.FillInAsync($"/admin/svarere/{id}", null, ("Fjern", buttons[0]), ("Kapasitet", "12"));
        var page = await coordinator.PageAsync(done.Response.Headers.Location!.OriginalString);

        Assert.Equal(2, buttons.Count);
        Assert.Contains("Fraværet er fjernet", page.Text, StringComparison.Ordinal);
        var expert = await _app.InDatabaseAsync(db => db.Experts.Include(one => one.Absences).SingleAsync(one => one.StaffId == id));
        Assert.Equal((new DateOnly(2026, 12, 24), 0), (Assert.Single(expert.Absences).From, expert.WeeklyCapacity));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Set<ExpertAbsence>().CountAsync()));
        Assert.Contains("expert-absence-ended", await _app.AuditOfAsync($"staff:{id}"));
    }

    public void Dispose() => _app.Dispose();
}
