using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Digests;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Digests;

/// <summary>One mail a morning to those for whom something waits, with figures only.</summary>
public sealed class DeskDigestTests : IDisposable
{
    private const string Canary = "Hvor lenge må jeg vente? KANARI";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Run_SomethingFits_MailsTheExpertOnce_WithoutAWordOfIt()
    {
        var expert = await _app.ExpertAsync();
        await _app.ExpertAsync(roles: "lege");
        await _app.QueuedAsync(text: Canary);
        await _app.QueuedAsync(text: Canary, language: "en");

        await _app.RunAsync<DeskDigests>();
        await _app.RunAsync<DeskDigests>();

        var (to, text) = Assert.Single(await MailsAsync());
        Assert.Equal((await _app.StaffAsync(expert)).Email, to);
        Assert.Contains("Spørsmål i køen som passer for deg: 1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARI", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TheNextMorning_MailsAgain()
    {
        await _app.ExpertAsync();
        await _app.QueuedAsync();
        await _app.RunAsync<DeskDigests>();
        _app.Clock.Advance(TimeSpan.FromDays(1));

        await _app.RunAsync<DeskDigests>();

        Assert.Equal(2, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Run_OnTwoNodesAtOnce_PostsOneMailEach()
    {
        for (var person = 0; person < 4; person++)
        {
            await _app.ExpertAsync();
        }

        await _app.QueuedAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _app.RunAsync<DeskDigests>())));

        Assert.Equal(4, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Run_AwayOrWithNothingWaiting_MailsNobody()
    {
        var away = await _app.ExpertAsync();
        await _app.ExpertAsync(takesHard: false);
        await _app.ExpertAsync(StaffRole.YouthAnswerer);
        await _app.QueuedAsync(Severity.Red);
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Set<UngPortal.Features.Experts.Expert>().SingleAsync(expert => expert.StaffId == away)).BeAway(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23));
            return await db.SaveChangesAsync();
        });

        await _app.RunAsync<DeskDigests>();
        Assert.Empty(await MailsAsync());
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunAsync<DeskDigests>();

        Assert.Equal((await _app.StaffAsync(away)).Email, Assert.Single(await MailsAsync()).To);
    }

    [Fact]
    public async Task Run_ForCoordinatorsAndReaders_CountsSortedHeldLateAndToRead()
    {
        var coordinator = await _app.HireAsync(roles: StaffRole.TriageEditor);
        var reader = await _app.HireAsync(roles: StaffRole.ExpertReviewer);
        await _app.AskedAsync(Canary);
        await _app.AskedAsync(Canary, age: QuestionThread.UnderAge);
        await _app.InReviewAsync(await _app.HireAsync(roles: StaffRole.Expert));
        await _app.InReviewAsync(reader);
        await _app.ChangeAsync(await _app.ClaimedAsync(reader), question => question.AskForMore([1], reader, PortalApp.Start.UtcDateTime));
        _app.Clock.Advance(TimeSpan.FromDays(4));

        await _app.RunAsync<DeskDigests>();

        var mails = (await MailsAsync()).ToDictionary(mail => mail.To, mail => mail.Text);
        var told = mails[(await _app.StaffAsync(coordinator)).Email!];
        Assert.Contains("Spørsmål å sortere: 1\nSpørsmål holdt for vern: 1\nSpørsmål som er over fristen for svar: 4\n", told, StringComparison.Ordinal);
        Assert.Contains("Svar som venter på andreleser: 1\n", mails[(await _app.StaffAsync(reader)).Email!], StringComparison.Ordinal);
        Assert.Equal(2, mails.Count);
    }

    [Fact]
    public async Task Choose_NoMail_IsHonoured_UntilItIsWantedAgain()
    {
        var id = await _app.ExpertAsync();
        await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(id);

        await expert.FillInAsync("/admin/sporsmal/varsler", null, ("send", null));
        await _app.RunAsync<DeskDigests>();
        Assert.Empty(await MailsAsync());
        await expert.FillInAsync("/admin/sporsmal/varsler", null, ("send", "true"));
        await _app.RunAsync<DeskDigests>();

        Assert.Single(await MailsAsync());
    }

    public void Dispose() => _app.Dispose();

    private async Task<List<(string To, string Text)>> MailsAsync()
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().Where(mail => mail.MessageId.StartsWith("digest-")).ToListAsync());
        return mails.ConvertAll(mail => (mail.Recipient, texts.Read(mail)));
    }
}
