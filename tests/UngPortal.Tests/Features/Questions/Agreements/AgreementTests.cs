using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Organisations;
using UngPortal.Features.Questions.Agreements;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Agreements;

/// <summary>Agreed against answered: the clock stands on 23 November 2026.</summary>
public sealed class AgreementTests : IDisposable
{
    private const string Path = "/admin/sporsmal/avtaler";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Show_PromisedAndAnswered_AreCountedByNorwegianMonth()
    {
        var house = await PromiseAsync("987654325", 300, new DateOnly(2026, 1, 1));
        await AnsweredAsync(house, "2026-11-01T00:30", "2026-11-20T12:00", "2026-10-31T22:30", "2026-02-01T12:00");
        await AnsweredAsync(house, "2025-10-31T12:00");

        var line = Assert.Single(await ReadAsync([house]));

        // 1 November 00:30 UTC is November in Oslo; 31 October 22:30 UTC is October there, in winter time.
        Assert.Equal((300, 230, 2), (Math.Round(line.Promised), Math.Round(line.PromisedSoFar), line.Answered));
        Assert.Equal((3_000, 2), (Math.Round(line.PromisedBefore), line.AnsweredBefore));
        Assert.Equal(AgreementPace.Behind, line.Pace);
    }

    [Theory]
    [InlineData(0, 0, 5, AgreementPace.NoPromise)]
    [InlineData(100, 50, 44, AgreementPace.Behind)]
    [InlineData(100, 50, 46, AgreementPace.OnTrack)]
    [InlineData(100, 50, 55, AgreementPace.OnTrack)]
    [InlineData(100, 50, 56, AgreementPace.Ahead)]
    public void Pace_OfAnOrganisation_ComparesWithTheDaysUntilToday(double promised, double soFar, int answered, AgreementPace pace) =>
        Assert.Equal(pace, new AgreementLine(1, "Prøvehuset", promised, soFar, answered, 0, 0).Pace);

    [Fact]
    public async Task Show_AnAgreementThatBeganInTheMonth_CountsForItsDays()
    {
        var house = await PromiseAsync("987654325", 300, new DateOnly(2026, 11, 16));

        var line = Assert.Single(await ReadAsync([house]));

        Assert.Equal((150, 80, 0), (Math.Round(line.Promised), Math.Round(line.PromisedSoFar), Math.Round(line.PromisedBefore)));
    }

    [Fact]
    public async Task Show_ByRole_AllOrTheOwnHouseOnly()
    {
        await PromiseAsync("987654325", 30, new DateOnly(2026, 1, 1));
        var own = await _app.HireAsync(StaffVisits.OwnHouse, StaffRole.OrganisationAdmin);
        await AnsweredAsync(await HouseOfAsync(own), "2026-11-20T12:00");
        using var admin = await _app.SignInAsync(own);
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);

        var (ownPage, all) = (await admin.VisitAsync(Path), await manager.VisitAsync(Path));

        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal(["Lovehuset", "Prøvehuset 999999999"], all.TextsOf("tbody th"));
        Assert.Equal(["Prøvehuset 999999999"], ownPage.TextsOf("tbody th"));
        Assert.Equal("Etter avtalen", all.TextsOf("tbody tr:first-child td")[3]);
        Assert.NotEmpty(all.TextOf("caption"));
    }

    [Fact]
    public async Task Answer_OfAPersonInTwoHouses_CountsForTheOneFurthestBehind_AndStaysThere()
    {
        var first = await PromiseAsync("987654325", 100, new DateOnly(2026, 1, 1));
        var second = await PromiseAsync("998877660", 100, new DateOnly(2026, 1, 1));
        await AnsweredAsync(first, "2026-11-20T12:00");
        var author = await _app.ExpertAsync();
        var identity = new StaffIdentity { Id = author, Name = "Kari", SessionId = 0, ConfirmedAt = PortalApp.Start.UtcDateTime, Seats = [new(first, StaffRole.Expert), new(second, StaffRole.Expert), new(777, StaffRole.Editor)] };
        var id = await _app.ClaimedAsync(author);

        await using var scope = _app.Services.CreateAsyncScope();
        using (var opened = await scope.ServiceProvider.GetRequiredService<QuestionDesk>().OpenAsync(id, identity, CancellationToken.None))
        {
            Assert.True(await scope.ServiceProvider.GetRequiredService<AnswerSending>().SendAsync(opened!, opened!.Content, identity, CancellationToken.None));
        }

        Assert.Equal(second, (await _app.QuestionAsync(id)).OrganisationId);
    }

    [Fact]
    public async Task Show_TheFigures_IsOneQueryAlongTheIndex()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        var detail = await _app.InDatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN SELECT OrganisationId, COUNT(*) FROM Questions WHERE AnsweredAt >= '2025-11-01' AND OrganisationId IS NOT NULL GROUP BY OrganisationId";
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? reader.GetString(3) : "";
        });
        Assert.Contains("USING COVERING INDEX IX_Questions_AnsweredAt_OrganisationId", detail, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private async Task<IReadOnlyList<AgreementLine>> ReadAsync(IReadOnlyList<int> houses)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AgreementFigures>().ReadAsync(houses, CancellationToken.None);
    }

    private Task<int> HouseOfAsync(int staffId) => _app.InDatabaseAsync(db => db.Memberships.Where(seat => seat.StaffId == staffId).Select(seat => seat.OrganisationId).FirstAsync());

    private Task<int> PromiseAsync(string number, int monthly, DateOnly from) => _app.InDatabaseAsync(async db =>
    {
        var house = db.Organisations.Add(new Organisation { Number = number }).Entity;
        house.Describe("Lovehuset", Sector.CivilSociety, "Kari Prøve", "kari@prove.invalid", "", [StaffRole.Expert], isCouncilMember: false);
        house.Agree(Agreement.Between(from, new DateOnly(2027, 12, 31), "PRØVE", monthly));
        await db.SaveChangesAsync();
        return house.Id;
    });

    /// <summary>Answers that went out at the moments, in UTC.</summary>
    private async Task AnsweredAsync(int house, params string[] moments)
    {
        foreach (var moment in moments)
        {
            var id = await _app.ClaimedAsync(1);
            await _app.ChangeAsync(id, question =>
            {
                question.CountFor(house);
                question.Submit(1, null, DateTime.SpecifyKind(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc));
            });
        }
    }
}
