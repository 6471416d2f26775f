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

    public void Dispose() => _app.Dispose();
}
