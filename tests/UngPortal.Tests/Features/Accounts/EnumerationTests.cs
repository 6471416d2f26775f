using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Neither what a door answers nor how long it takes tells who works here.</summary>
public sealed class EnumerationTests : IDisposable
{
    private const int Tries = 200;
    private const int Rounds = 3;
    private const double Likely = 0.01;
    private const string SignIn = "/admin/logg-inn";
    private const string Forgotten = "/admin/glemt-passord";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V6_3_8_SignIn_OfKnownUnknownDisabledOrUnusedPeople_IsTheSameToTheByte()
    {
        var (known, disabled, unused) = (await _app.CreateAsync(), await _app.CreateAsync(), await _app.CreateAsync());
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Staff.FirstAsync(member => member.Id == disabled.Id)).Disable(db.Time.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return await db.Staff.Where(member => member.Id == unused.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.LastUsedAt, DateTime.UnixEpoch));
        });

        await AssertSameAsync(SignIn, "Epost", HttpStatusCode.UnprocessableEntity, known.Email, disabled.Email, unused.Email, "x" + known.Email[1..], "ikke en adresse");
        await AssertSameAsync(Forgotten, "epost", HttpStatusCode.OK, known.Email, disabled.Email, unused.Email, "x" + known.Email[1..], "ikke en adresse");
    }

    [Fact]
    public async Task V6_3_8_SignIn_OfAKnownAddress_TakesNoOtherTimeThanOfAnUnknown()
    {
        var person = await _app.CreateAsync();

        await AssertSameTimeAsync(SignIn, "Epost", person.Email);
    }

    [Fact]
    public async Task V6_3_8_Forgotten_ForAKnownAddress_TakesNoOtherTimeThanForAnUnknown()
    {
        var person = await _app.CreateAsync();

        await AssertSameTimeAsync(Forgotten, "epost", person.Email);
    }

    [Fact]
    public async Task V6_3_8_Forgotten_ManyWishes_MakeOneMailAndNoneForStrangers()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        foreach (var address in new[] { person.Email, "x" + person.Email[1..], person.Email })
        {
            await client.SendAsync(Forgotten, new() { ["epost"] = address });
        }

        Assert.Equal(1, await _app.WriteStaffMailsAsync());
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await _app.WriteStaffMailsAsync());
        await client.SendAsync(Forgotten, new() { ["epost"] = person.Email });
        Assert.Equal(1, await _app.WriteStaffMailsAsync());

        Assert.Equal(2, await _app.InDatabaseAsync(db => db.Invitations.CountAsync(link => link.Kind == InvitationKind.Password)));
        Assert.DoesNotContain(await _app.InDatabaseAsync(db => db.Outbox.Select(row => row.Key).ToListAsync()), key => key.Contains('@', StringComparison.Ordinal));
    }

    public void Dispose() => _app.Dispose();

    private async Task AssertSameAsync(string path, string field, HttpStatusCode expected, params string[] addresses)
    {
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            using var client = _app.CreateVisitor();
            var page = await client.SendAsync(path, new() { [field] = address, ["Passord"] = "feil gresskar trapp mandel" });
            Assert.Equal(expected, page.Status);
            var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
            var headers = page.Response.Headers.Concat(page.Response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            answers.Add(string.Join('\n', headers) + page.Text.Replace(token ?? "ingen", "", StringComparison.Ordinal).Replace(address, "", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    /// <summary>By chance alone one round in a hundred looks unlike; all three in a row do so once in a million.</summary>
    private async Task AssertSameTimeAsync(string path, string field, string known)
    {
        var found = new List<double>();
        for (var round = 0; round < Rounds && found.TrueForAll(probability => probability <= Likely); round++)
        {
            found.Add(await ProbabilityAsync(path, field, known));
        }

        Assert.Contains(found, probability => probability > Likely);
    }

    private async Task<double> ProbabilityAsync(string path, string field, string known)
    {
        using var client = _app.CreateVisitor();
        var form = (await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)))).Form(path);
        form["Passord"] = "feil gresskar trapp mandel";
        var times = new Dictionary<string, List<double>> { [known] = [], ["x" + known[1..]] = [] };
        for (var i = -10; i < Tries; i++)
        {
            foreach (var address in times.Keys.OrderBy(_ => RandomNumberGenerator.GetInt32(int.MaxValue)).ToList())
            {
                form[field] = address;
                using var content = new FormUrlEncodedContent(form);
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
                if (i >= 0)
                {
                    times[address].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                }
            }

            await _app.InDatabaseAsync(db => db.SignInFailures.ExecuteDeleteAsync());
        }

        return RankTest.ProbabilityOfSame(times[known], times["x" + known[1..]]);
    }
}
