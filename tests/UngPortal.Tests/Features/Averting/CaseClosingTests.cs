using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Averting;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Averting;

/// <summary>A case that somebody outside was to be told of is closed with what was done, when, and to whom.</summary>
public sealed class CaseClosingTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(CaseDecision.Police)]
    [InlineData(CaseDecision.ChildProtection)]
    public async Task Close_WithoutAWordOfWhoWasTold_IsRefused(CaseDecision decision)
    {
        var (path, officer) = await DecidedAsync(decision);
        using (officer)
        {
            Assert.NotEmpty((await officer.VisitAsync(path)).TextOf("label[for=Begrunnelse]"));

            var answer = await officer.FillInAsync(path, null, ("Steg", "lukk"), ("Begrunnelse", "  "));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("hvem som fikk beskjed", answer.TextOf("#Begrunnelse-feil"), StringComparison.Ordinal);
            Assert.Equal(CaseState.Decided, await StateAsync());
            await officer.FillInAsync(path, null, ("Steg", "lukk"), ("Begrunnelse", "Ringte vakthavende kl. 14."));
            Assert.Equal(CaseState.Closed, await StateAsync());
        }
    }

    [Fact]
    public async Task Close_WhereNobodyIsToBeTold_AsksForNothing()
    {
        var (path, officer) = await DecidedAsync(CaseDecision.None);
        using (officer)
        {
            await officer.FillInAsync(path, null, ("Steg", "lukk"));
        }

        Assert.Equal(CaseState.Closed, await StateAsync());
    }

    [Fact]
    public async Task Close_WhatAColleagueTookUpAnew_KeepsWhatWasWritten()
    {
        var (path, officer) = await DecidedAsync(CaseDecision.Police);
        using (officer)
        {
            var fields = new Dictionary<string, string>((await officer.VisitAsync(path)).Form(path)) { ["Steg"] = "lukk", ["Begrunnelse"] = "KANARI-GJORT" };
            await MoveAsync(one => one.Assess(CaseDecision.ChildProtection, false, Hand(3)));

            var answer = await officer.PostFormAsync(path, fields);

            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains("KANARI-GJORT", answer.TextOf("main"), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _app.Dispose();

    private async Task<(string Path, HttpClient Officer)> DecidedAsync(CaseDecision decision)
    {
        var officer = await _app.HireAsync(roles: StaffRole.SafeguardingOfficer);
        var id = await _app.AvertingAsync(await _app.ExpertAsync());
        await MoveAsync(one => one.Assess(decision, false, Hand(1)));
        await MoveAsync(one => one.Confirm(Hand(2)));
        return ($"/admin/avverging/{id}/steg", await _app.SignInAsync(officer));
    }

    private Task<CaseState> StateAsync() => _app.InDatabaseAsync(db => db.AvertingCases.Select(one => one.State).SingleAsync());

    private Task<int> MoveAsync(Action<AvertingCase> step) => _app.InDatabaseAsync(async db =>
    {
        step(await db.AvertingCases.Include(one => one.Entries).SingleAsync());
        return await db.SaveChangesAsync();
    });

    private CaseHand Hand(int byId) => new(byId, _app.Clock.GetUtcNow().UtcDateTime, Guid.NewGuid(), []);
}
