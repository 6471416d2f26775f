using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>A new revision of what is live: the old one stays until the swap, and nobody begins a second one beside it.</summary>
public sealed class RevisionBeginTests : IDisposable
{
    private const string Live = "/admin/innhold/publisert";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Edit_WhatIsLive_LeavesItLiveUntilTheSwap()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var live = await PublishedAsync(author);

        var id = IdOf(await BeginAsync(author, live));
        await author.WriteAsync(id, "Dette er den nye teksten.", ("Tittel", "En ny tittel"));
        Assert.Equal(PublishingDesk.Title, (await _app.GetPageAsync($"/artikler/{PublishingDesk.Slug}")).TextOf("h1"));

        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        using var professional = await _app.SignInAsAsync(StaffRole.Expert);
        await author.StepAsync(id, DraftStep.Submit);
        await editor.StepAsync(id, DraftStep.ApproveAsEditor);
        await professional.StepAsync(id, DraftStep.ApproveAsProfessional);
        Assert.Equal(PublishingDesk.Title, (await _app.GetPageAsync($"/artikler/{PublishingDesk.Slug}")).TextOf("h1"));

        await author.StepAsync(id, DraftStep.Publish);
        await _app.DeliverOutboxAsync();

        var page = await _app.GetPageAsync($"/artikler/{PublishingDesk.Slug}");
        Assert.Equal("En ny tittel", page.TextOf("h1"));
        Assert.Contains("Dette er den nye teksten.", page.TextOf(".prose"), StringComparison.Ordinal);
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Publications.CountAsync(one => one.Slug == PublishingDesk.Slug)));
        Assert.Equal(live, (await _app.DraftAsync(id)).PublicationId);
    }

    [Fact]
    public async Task Begin_WhenAColleagueHas_NamesTheColleagueAndLeadsThere()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var live = await PublishedAsync(author);
        var id = IdOf(await BeginAsync(author, live));

        var page = await BeginAsync(colleague, live);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(await NameOfAsync(id), page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains($"/admin/innhold/{id}", page.Document.QuerySelector(".error-summary a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(1, await OpenAsync());
    }

    [Fact]
    public async Task Begin_WhatOneHasBegunOneself_LeadsOnToIt()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var live = await PublishedAsync(author);
        var id = IdOf(await BeginAsync(author, live));

        Assert.Equal(id, IdOf(await BeginAsync(author, live)));
        Assert.Equal(1, await OpenAsync());
    }

    [Fact]
    public async Task Begin_WhenAnotherHouseHas_NamesTheHouseWithoutALink()
    {
        var slug = await _app.InDatabaseAsync(db => db.Publications.Where(one => one.Kind == PublicationKind.Article && one.OwnerId == null).Select(one => new { one.Id, one.Slug }).FirstAsync());
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        IdOf(await BeginAsync(author, slug.Id));

        var page = await BeginAsync(stranger, slug.Id);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains($"Prøvehuset {StaffVisits.OwnHouse}", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".error-summary a"));
    }

    [Fact]
    public async Task Begin_ByManyAtOnce_GivesOneDraft()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var live = await PublishedAsync(author);
        var clients = new List<HttpClient>();
        for (var number = 0; number < 6; number++)
        {
            clients.Add(await _app.SignInAsAsync(StaffRole.Editor));
        }

        var answers = await Task.WhenAll(clients.Select(client => BeginAsync(client, live)));
        clients.ForEach(client => client.Dispose());

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Redirect), answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status));
        Assert.Equal(1, await OpenAsync());
    }

    [Fact]
    public async Task New_WithTheSameTitleAtOnce_GivesOneDraftAndKeepsTheOthersTitle()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var clients = new[] { author, colleague };
        var pages = await Task.WhenAll(clients.Select(client => client.PageAsync("/admin/innhold/ny")));

        var answers = await Task.WhenAll(clients.Index().Select(one => one.Item.SendAsync(pages[one.Index], "/admin/innhold/ny", "/admin/innhold/ny", ("Type", "Article"), ("Tittel", PublishingDesk.Title))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        var refused = Assert.Single(answers, answer => answer.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Equal(PublishingDesk.Title, refused.Document.QuerySelector("#Tittel")!.GetAttribute("value"));
        Assert.Equal(1, await OpenAsync());
    }

    [Fact]
    public async Task Drafts_OfOneTextOpenTwice_AreRefusedByTheDatabase()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var draft = await _app.DraftAsync(id);

        await Assert.ThrowsAsync<DbUpdateException>(() => _app.InDatabaseAsync(db =>
        {
            db.Drafts.Add(Draft.Begin(draft.Kind, draft.Slug, draft.OrganisationId, draft.Content, new() { Id = draft.ChangedById, Name = "", SessionId = 0, ConfirmedAt = default, Seats = [] }, draft.ChangedAt));
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Begin_AfterTheDraftWasDiscarded_BeginsAnew()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var live = await PublishedAsync(author);
        var first = IdOf(await BeginAsync(author, live));
        await author.StepAsync(first, DraftStep.Discard);

        Assert.NotEqual(first, IdOf(await BeginAsync(author, live)));
    }

    public void Dispose() => _app.Dispose();

    private static int IdOf(HtmlPage answer) => int.Parse(answer.Response.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<HtmlPage> BeginAsync(HttpClient client, int live)
    {
        var page = await client.PageAsync(Live);
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri($"{Live}?handler=Begin&id={live}", UriKind.Relative), content));
    }

    private async Task<int> PublishedAsync(HttpClient author)
    {
        await author.StepAsync(await _app.ApprovedAsync(author), DraftStep.Publish);
        await _app.DeliverOutboxAsync();
        return await _app.InDatabaseAsync(db => db.Publications.Where(one => one.Slug == PublishingDesk.Slug).Select(one => one.Id).FirstAsync());
    }

    private Task<int> OpenAsync() => _app.InDatabaseAsync(db => db.Drafts.CountAsync(draft => draft.Slug == PublishingDesk.Slug && draft.State < DraftState.Published));

    private async Task<string> NameOfAsync(int id) => (await _app.StaffAsync((await _app.DraftAsync(id)).ChangedById)).DisplayName;
}
