using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>The catalogue of criteria: the first version comes with the site; a new one is a copy, and what is published stays as it is.</summary>
public sealed class CriteriaEditingTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Criteria_OfTheSite_HoldEveryAreaAndTheFiveKnockOuts()
    {
        var first = await app.InDatabaseAsync(db => db.CriteriaVersions.AsNoTracking().SingleAsync(version => version.Number == 1));

        Assert.Equal(["krisehandtering", "medisinsk-utstyr", "personvernerklaering", "sporing-og-reklame", "universell-utforming"], first.Criteria.Where(one => one.IsKnockOut).Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<QualityArea>(), first.Criteria.Where(one => !one.IsKnockOut).Select(one => one.Area).Distinct().Order());
        Assert.NotNull(first.PublishedAt);
    }

    [Fact]
    public async Task Begin_Write_AndPublish_ANewVersion_LeavesTheOldOneAsItWas()
    {
        using var chief = await app.SignInAsAsync(StaffRole.ChiefEditor);
        const string Path = "/admin/verktoy/kriterier";
        var before = await CriteriaAsync(1);

        Assert.Equal($"{Path}/2", (await chief.FillInAsync(Path, null)).Response.Headers.Location!.OriginalString);
        Assert.Equal(before, await CriteriaAsync(2));
        var refused = await chief.FillInAsync($"{Path}/2", null, ("Rader[0].Sporsmal", new string('x', Criterion.QuestionMaxLength + 1)), ("Rader[1].Belegg", "Behold"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Behold"), (refused.Status, refused.Document.GetElementById("Rader[1].Belegg")!.TextContent));

        var last = before.Count;
        Assert.Equal(HttpStatusCode.Redirect, (await chief.FillInAsync($"{Path}/2", null, ("Rader[0].Sporsmal", ""), ("Rader[0].Belegg", ""), ($"Rader[{last}].Sporsmal", "Er det gøy?"), ($"Rader[{last}].Belegg", "Prøv."), ("publiser", "true"))).Status);

        var after = await CriteriaAsync(2);
        Assert.Equal(before, await CriteriaAsync(1));
        Assert.Equal([.. before.Skip(1).Select(one => one.Key), "er-det-goy"], after.Select(one => one.Key));
        using var assessor = await app.SignInAsAsync(StaffRole.ToolAssessor);
        Assert.Contains("Er det gøy?", await assessor.GetStringAsync(new Uri($"{Path}/2", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Null((await HtmlPage.ReadAsync(await chief.GetAsync(new Uri($"{Path}/2", UriKind.Relative)))).Document.QuerySelector("textarea"));
        Assert.Equal(["criteria-begun copy of 1", $"criteria-published {after.Count} criteria"], await app.AuditOfAsync("criteria:2"));
    }

    private Task<List<Criterion>> CriteriaAsync(int number) => app.InDatabaseAsync(async db => (await db.CriteriaVersions.AsNoTracking().SingleAsync(version => version.Number == number)).Criteria.ToList());
}
