using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>Whoever corrects an answer that several got, sees what each of them asked, and each of them gets the correction.</summary>
public sealed class CorrectTogetherTests : IDisposable
{
    private const string First = "Hvorfor blir håret mitt så elektrisk av lue på skolen om vinteren?";
    private const string Second = "Hei! Hvorfor blir håret mitt så elektrisk av lue på skolen om vinteren nå?";
    private const string Third = "Hvorfor er håret mitt så elektrisk av lue på skolen om vinteren, tro?";
    private const string Mended = "Det er mørketida.";
    private const string Title = "Hvorfor blir håret elektrisk om vinteren?";

    private static readonly (string Name, string? Value)[] Good =
    [
        ("Hilsen", "Hei! Så bra at du spør om dette."), ("Kort", "Lyset er borte, og kroppen tror at det er natt."),
        ("Forklaring", string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12))),
        ("Gjor", "- Gå en tur mens det er lyst."), ("Avslutning", "Sov godt!"), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"),
    ];

    private static readonly (string Name, string? Value)[] Ticks = [.. Good[^3..]];

    /// <summary>Whoever wrote an answer that the lot falls on leaves mending it to others.</summary>
    private readonly PortalApp _app = new PortalApp().With("Questions:SampleOf", int.MaxValue.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public async Task Correct_ThePublicAnswer_ShowsAllWhoGotIt_AndReachesThem()
    {
        var (head, _, codes) = await AnsweredAsync();
        var publicId = await _app.PublicCopyAsync(head, Title);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = $"/admin/sporsmal/svar/{publicId}";

        var page = await editor.PageAsync(path);
        var refused = await editor.FillInAsync(path, null, ("Kort", Mended), ("Steg", "rett"));
        var done = await MendAsync(editor, path);

        Assert.Equal([Second, Third], page.TextsOf("section[aria-labelledby=sammen-med] .as-written"));
        Assert.Equal([Second, Third], refused.TextsOf("section[aria-labelledby=sammen-med] .as-written"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        await AssertMendedAsync([codes.Head, .. codes.Joined]);
        await _app.DeliverOutboxAsync();
        Assert.Contains(Mended, (await _app.GetPageAsync($"/sporsmal/{publicId}/hvorfor-blir-haret-elektrisk-om-vinteren")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Correct_ThePublicAnswer_WhenItsOwnThreadIsGone_ShowsThoseWhoAreLeft(bool isAuthor)
    {
        var (head, joined, codes) = await AnsweredAsync();
        var publicId = await _app.PublicCopyAsync(head, Title);
        await LoseThreadAsync(head);
        using var person = isAuthor ? await _app.SignInAsync(await AuthorAsync(joined[0])) : await _app.SignInAsAsync(StaffRole.Editor);
        using var other = await _app.SignInAsync(await _app.ExpertAsync());
        var path = $"/admin/sporsmal/svar/{publicId}";

        var page = await person.PageAsync(path);
        var done = await MendAsync(person, path);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PageAsync(path)).Status);
        Assert.Equal([Second, Third], page.TextsOf("section[aria-labelledby=sammen-med] .as-written"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        await AssertMendedAsync(codes.Joined);
    }

    [Fact]
    public async Task TakeDown_WhenItsOwnThreadIsGone_LeavesTheAnswersOfTheOthers()
    {
        var (head, joined, codes) = await AnsweredAsync();
        var publicId = await _app.PublicCopyAsync(head, Title);
        await LoseThreadAsync(head);

        await TakeDownAsync(publicId);

        Assert.All(await StatesAsync(joined), state => Assert.Equal(QuestionState.AnsweredPrivately, state));
        Assert.Contains("Lyset er borte", (await _app.ReadAsync(codes.Joined[0])).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("taken down")]
    [InlineData("gone")]
    public async Task Correct_WhenTheFirstIsTakenDownOrGone_ReachesAllThatAreLeft(string what)
    {
        var (head, joined, codes) = await AnsweredAsync();
        if (what == "gone")
        {
            await _app.ChangeAsync(head, question => question.KeepPrivate());
            await LoseThreadAsync(head);
        }
        else
        {
            await TakeDownAsync(await _app.PublicCopyAsync(head, Title));
        }

        using var author = await _app.SignInAsync(await AuthorAsync(joined[0]));
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var other = await _app.SignInAsync(await _app.ExpertAsync());
        var isGone = what == "gone";
        var (path, beside) = ($"/admin/sporsmal/{(isGone ? joined[1] : head)}/rett", $"/admin/sporsmal/{(isGone ? joined[0] : head)}/rett");

        var page = await author.PageAsync(path);
        var early = (await editor.PageAsync(beside)).Form(beside);
        var done = await MendAsync(author, path);
        var late = await editor.PostFormAsync(beside, new Dictionary<string, string>(early) { ["Kort"] = "Noe annet.", ["Endring"] = "Noe annet.", ["SvarerPa"] = "true", ["IkkeDiagnose"] = "true", ["IkkeMetode"] = "true", ["Steg"] = "rett" });

        Assert.Equal(isGone ? [Third, Second] : [First, Second, Third], page.TextsOf(".staff-narrow > .asked .as-written, section[aria-labelledby=sammen-med] .as-written"));
        Assert.Contains(path, (await author.PageAsync("/admin/sporsmal")).Links);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PageAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        await AssertMendedAsync(isGone ? codes.Joined : [codes.Head, .. codes.Joined]);
        Assert.All(await StatesAsync(joined), state => Assert.Equal(QuestionState.Corrected, state));
        Assert.Equal(isGone ? QuestionState.AnsweredPrivately : QuestionState.TakenDown, (await _app.QuestionAsync(head)).State);
    }

    [Fact]
    public async Task Correct_OneThatJoined_WhileThePublicCopyStands_LeadsThere()
    {
        var (head, joined, _) = await AnsweredAsync();
        var publicId = await _app.PublicCopyAsync(head, Title);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = $"/admin/sporsmal/{joined[0]}/rett";

        var before = await editor.PageAsync(path);
        await LoseThreadAsync(head);
        var after = await editor.PageAsync(path);

        Assert.All([before, after], page => Assert.Equal($"/admin/sporsmal/svar/{publicId}", page.Response.Headers.Location?.OriginalString));
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> MendAsync(HttpClient person, string path) => person.FillInAsync(path, null, [.. Ticks, ("Kort", Mended), ("Endring", "Vi var upresise."), ("Steg", "rett")]);

    /// <summary>Three who ask the same get one answer.</summary>
    private async Task<(Guid Head, Guid[] Joined, (string Head, string[] Joined) Codes)> AnsweredAsync()
    {
        var (headCode, head) = await AskAsync(First);
        var (secondCode, second) = await AskAsync(Second);
        var (thirdCode, third) = await AskAsync(Third);
        await _app.ChangeAsync(head, question =>
        {
            question.Triage(Severity.Green, ["sovn"], 1, _app.Clock.GetUtcNow().UtcDateTime);
            question.QueueFor(DeskRows.Nurse);
        });
        await _app.JoinAsync(second, head);
        await _app.JoinAsync(third, head);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        await expert.FillInAsync($"/admin/sporsmal/{head}", null, [.. Good, ("Steg", "send")]);
        if ((await _app.QuestionAsync(head)).State == QuestionState.InReview)
        {
            using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
            await reader.FillInAsync($"/admin/sporsmal/{head}/les", null, ("Steg", "godkjenn"));
        }

        return (head, [second, third], (headCode, [secondCode, thirdCode]));
    }

    private async Task<(string Code, Guid Id)> AskAsync(string text)
    {
        var code = await _app.AskAsync(text);
        var thread = await _app.ThreadOfAsync(code);
        return (code, await _app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync()));
    }

    private Task<int> AuthorAsync(Guid id) => _app.InDatabaseAsync(db => db.Questions.Where(question => question.Id == id).Select(question => question.Answer!.AuthorId).FirstAsync());

    /// <summary>The head's asker had the last answer longer ago than threads are kept.</summary>
    private async Task LoseThreadAsync(Guid id)
    {
        var thread = (await _app.QuestionAsync(id)).ThreadId!.Value;
        var over = _app.Clock.GetUtcNow().UtcDateTime.AddDays(-QuestionRetention.AnsweredDays - 1);
        await _app.InDatabaseAsync(db => db.QuestionThreads.Where(one => one.Id == thread).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastAnsweredAt, over)));
        await _app.RunAsync<QuestionRetention>();
        Assert.Null((await _app.QuestionAsync(id)).ThreadId);
    }

    private async Task TakeDownAsync(int publicId)
    {
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var done = await chief.FillInAsync($"/admin/sporsmal/svar/{publicId}", null, ("Hvorfor", "Kan kjennes igjen"), ("Steg", "ned"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    private Task<List<QuestionState>> StatesAsync(Guid[] ids) => _app.InDatabaseAsync(db => db.Questions.Where(question => ids.Contains(question.Id)).Select(question => question.State).ToListAsync());

    private async Task AssertMendedAsync(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            var read = await _app.ReadAsync(code);
            Assert.Contains(Mended, read.Text, StringComparison.Ordinal);
            Assert.Contains("Vi var upresise.", read.Text, StringComparison.Ordinal);
        }
    }
}
