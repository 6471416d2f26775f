using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Accounts;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Links that open an account: good once, for a time, for one thing; a bad one tells nothing.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Join = "/admin/invitasjon/";
    private const string PasswordPath = "/admin/nytt-passord/";
    private const string Setup = "/admin/oppsett/";

    private readonly NetworkedApp _app = new();

    [Theory]
    [InlineData(Join, HttpStatusCode.Gone)]
    [InlineData(PasswordPath, HttpStatusCode.Gone)]
    [InlineData(Setup, HttpStatusCode.NotFound)]
    public async Task V6_4_1_Link_UsedExpiredForgedCutOrOfAnotherKind_AnswersTheSamePage(string path, HttpStatusCode expected)
    {
        var used = await SpoiledAsync(path, (db, link) => link.Use(db.Time.GetUtcNow().UtcDateTime));
        var withdrawn = await SpoiledAsync(path, (db, link) => link.Withdraw(db.Time.GetUtcNow().UtcDateTime));
        var expired = await SpoiledAsync(path, (db, link) => db.Entry(link).Property(one => one.CreatedAt).CurrentValue = db.Time.GetUtcNow().UtcDateTime - Invitation.Lasts - TimeSpan.FromSeconds(1));
        var foreign = await MakeAsync(path == Join ? PasswordPath : Join);
        var good = await MakeAsync(path);
        var bad = new Dictionary<string, string>
        {
            ["used"] = used,
            ["withdrawn"] = withdrawn,
            ["expired"] = expired,
            ["another kind's"] = foreign,
            ["its hash"] = StaffSessions.HashOf(good),
            ["cut"] = good[..^1],
            ["longer"] = good + "0",
            ["other case"] = good.ToUpperInvariant(),
            ["forged"] = new string('0', good.Length),
            ["far too long"] = new string('a', 2_000),
        };

        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(path + good)).Status);
        var pages = new List<string>();
        foreach (var (why, token) in bad)
        {
            var page = await OpenAsync(path + token);
            Assert.True(page.Status == expected, $"{why}: {page.Status}");
            Assert.DoesNotContain(token, page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("prove.invalid", page.Text, StringComparison.Ordinal);
            pages.Add(page.Text);
        }

        Assert.Single(pages.Distinct());
    }

    [Theory]
    [InlineData(Join)]
    [InlineData(PasswordPath)]
    [InlineData(Setup)]
    public async Task V14_2_1_an_opened_link_is_told_to_nobody(string path)
    {
        var page = await OpenAsync(path + await MakeAsync(path));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["no-referrer"], page.Response.Headers.GetValues("Referrer-Policy"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("[href], [src], [action]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!),
            address => address.Contains("//", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V6_4_1_Tokens_InTheDatabase_AreHashedAndInNoMailHeaderNorAudit()
    {
        var tokens = new[] { await MakeAsync(Join), await MakeAsync(PasswordPath) };
        await _app.WriteStaffMailsAsync();

        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync());
        var texts = mails.ConvertAll(_app.Services.GetRequiredService<MailText>().Read);
        Assert.All(tokens, token =>
        {
            Assert.Contains(texts, text => text.Contains(token, StringComparison.Ordinal));
            Assert.DoesNotContain(mails, mail => $"{mail.Subject} {mail.MessageId} {mail.Recipient} {mail.ProtectedText}".Contains(token, StringComparison.OrdinalIgnoreCase));
        });
        var rows = await _app.InDatabaseAsync(async db => (
            await db.Invitations.Select(one => one.TokenHash + one.ProtectedToken).ToListAsync(),
            await db.AuditEntries.Select(one => one.Subject + one.Detail).ToListAsync(),
            await db.Outbox.Select(one => one.Key).ToListAsync()));
        Assert.All(rows.Item1.Concat(rows.Item2).Concat(rows.Item3), row => Assert.All(tokens, token => Assert.DoesNotContain(token, row, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task V2_3_4_Join_SentFromFourWindowsAtOnce_MakesOneAccount()
    {
        var token = await MakeAsync(Join);

        var answers = await AtOnceAsync(Join + token, page => new() { ["Passord"] = StaffAccounts.Password, ["Kode"] = _app.CodeNow(StaffAccounts.BytesOf(page.TextOf(".secret"))) });

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Staff.CountAsync(person => person.Email == "ny@prove.invalid")));
        Assert.Equal(RecoveryCode.CodesAtATime, await _app.InDatabaseAsync(db => db.RecoveryCodes.CountAsync()));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.StaffSessions.CountAsync()));
    }

    [Fact]
    public async Task V2_3_4_Setup_SentFromFourWindowsAtOnce_MakesOneAdministrator()
    {
        var token = await MakeAsync(Setup);

        var answers = await AtOnceAsync(Setup + token, page => new()
        {
            ["Navn"] = "Kari Nordmann",
            ["Epost"] = "kari@prove.invalid",
            ["Hus"] = "Huset vårt",
            ["Orgnr"] = "974760673",
            ["Passord"] = StaffAccounts.Password,
            ["Kode"] = _app.CodeNow(StaffAccounts.BytesOf(page.TextOf(".secret"))),
        });

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
        Assert.Equal((1, 1), await _app.InDatabaseAsync(async db => (await db.Staff.CountAsync(), await db.Set<UngPortal.Features.Organisations.Organisation>().CountAsync())));
    }

    [Fact]
    public async Task V2_3_4_NewPassword_SentFromFourWindowsAtOnce_IsChosenOnce()
    {
        var token = await MakeAsync(PasswordPath);

        var answers = await AtOnceAsync(PasswordPath + token, _ => new() { ["passord"] = "gjerde lampe pannebånd sild" });

        Assert.Single(answers, answer => answer.Where() == "/admin/logg-inn");
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "password-reset")));
    }

    public void Dispose() => _app.Dispose();

    private async Task<HtmlPage> OpenAsync(string path)
    {
        using var client = _app.CreateVisitor();
        return await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>Opens the form in four windows and sends all four.</summary>
    private async Task<HtmlPage[]> AtOnceAsync(string path, Func<HtmlPage, Dictionary<string, string>> fields)
    {
        var windows = Enumerable.Range(0, 4).Select(_ => _app.CreateVisitor()).ToList();
        var pages = new List<HtmlPage>();
        foreach (var window in windows)
        {
            pages.Add(await HtmlPage.ReadAsync(await window.GetAsync(new Uri(path, UriKind.Relative))));
        }

        return await Task.WhenAll(windows.Zip(pages).Select(pair => Task.Run(() => pair.First.SubmitAsync(pair.Second, path, fields(pair.Second)))));
    }

    /// <summary>A new link of the page's kind. Returns its token.</summary>
    private async Task<string> MakeAsync(string path)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (path == Setup)
        {
            return await invitations.MakeFirstAsync(CancellationToken.None);
        }

        if (path == PasswordPath)
        {
            if (!await db.Staff.AnyAsync(one => one.PasswordHash != null))
            {
                await _app.CreateAsync();
            }

            var person = await db.Staff.FirstAsync(one => one.PasswordHash != null);
            using var client = _app.CreateVisitor();
            await client.SendAsync("/admin/glemt-passord", new() { ["epost"] = person.Email! });
            await db.Invitations.Where(one => one.StaffId == person.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.CreatedAt, one => one.CreatedAt.AddMinutes(-6)));
            await _app.WriteStaffMailsAsync();
            return invitations.TokenOf(await db.Invitations.OrderBy(one => one.Id).LastAsync())!;
        }

        var house = await _app.HireAsync();
        var organisation = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        var inviter = new StaffIdentity { Id = house, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };
        await invitations.InviteAsync("ny@prove.invalid", "Ny Medarbeider", organisation, [UngPortal.Kernel.StaffRole.Editor], inviter, CancellationToken.None);
        return invitations.TokenOf(await db.Invitations.OrderBy(one => one.Id).LastAsync())!;
    }

    private async Task<string> SpoiledAsync(string path, Action<PortalDbContext, Invitation> spoil)
    {
        var token = await MakeAsync(path);
        await _app.InDatabaseAsync(async db =>
        {
            spoil(db, await db.Invitations.OrderBy(one => one.Id).LastAsync());
            return await db.SaveChangesAsync();
        });
        return token;
    }
}
