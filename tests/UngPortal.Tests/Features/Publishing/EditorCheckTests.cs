using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>What the editor is told to mend: in the preview while writing, and before the text is sent on.</summary>
public sealed class EditorCheckTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("Ring\n\nmeg [her](/artikler/finnes-ikke).", "Linje 3", "/artikler/finnes-ikke")]
    [InlineData("Se [tema](/tema/finnes-ikke).", "Linje 1", "/tema/finnes-ikke")]
    [InlineData("Se [siden](/nn/artikler/angst-nar-kroppen-slar-alarm).", "Linje 1", "/nn/artikler/angst-nar-kroppen-slar-alarm")]
    [InlineData("::: figur finnes-ikke\n:::", "Linje 1", "«finnes-ikke» er ikke publisert")]
    [InlineData("Snakk med [[tjeneste:finnes-ikke]].", "Linje 1", "«finnes-ikke» finnes ikke i registeret")]
    [InlineData("Se [kart](https://example.org/a).", "Linje 1", "Sett den opp som kilde")]
    [InlineData("Se [kart](javascript:alert(1)).", "Linje 1", "kan ikke brukes")]
    [InlineData("Hei.\n\nRing 22 33 44 55 nå.", "Linje 3", "ser ut som et telefonnummer")]
    public async Task Preview_OfAFault_NamesTheLineAndWhatToDo(string body, string line, string words)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var preview = await PreviewAsync(author, id, ("Tekst", body));

        var problem = Assert.Single(preview.TextsOf(".staff-problems li"), text => text.Contains(words, StringComparison.Ordinal));
        Assert.Contains(line, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tittel", "Ring 22 33 44 55")]
    [InlineData("Ingress", "Noen svarer på 22 33 44 55 hele døgnet.")]
    [InlineData("Tekst", "Noen svarer på 22 33 44 55 hele døgnet.")]
    public async Task Submit_WithAPhoneNumberInAnyField_IsRefusedWithAdvice(string field, string text)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, more: (field, text));

        var answer = await author.StepAsync(id, DraftStep.Submit);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("[[tjeneste:navn]]", answer.TextOf(".staff-problems"), StringComparison.Ordinal);
        Assert.Equal(DraftState.Draft, (await _app.DraftAsync(id)).State);
    }

    [Fact]
    public async Task Preview_OfANumberThatIsInTheRegister_NamesItsService()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var preview = await PreviewAsync(author, id, ("Tekst", "Ring 116 111 når som helst."));

        Assert.Contains("[[tjeneste:alarmtelefonen-for-barn-og-unge", preview.TextOf(".staff-problems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WithALinkToNothing_IsRefused()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Les [mer](/artikler/finnes-ikke).");

        var answer = await author.StepAsync(id, DraftStep.Submit);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("/artikler/finnes-ikke", answer.TextOf(".staff-problems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfLinksThatLead_HasNoProblemAndListsTheHosts()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);

        var preview = await PreviewAsync(
            author, id, ("Tekst", $"Les [a](/artikler/angst-nar-kroppen-slar-alarm#hva), [b](/tema/psykisk-helse), [c](/hjelp-na), [d](/), [e](/artikler/{PublishingDesk.Slug}) og [f](/illustrasjoner)."),
            ("Kilder", "A | B | https://www.helsenorge.no/a\nC | D | https://nav.no/b"));

        Assert.Empty(preview.TextsOf(".staff-problems li"));
        Assert.Equal("Lenker ut: nav.no, www.helsenorge.no", preview.TextOf(".staff-out-links"));
    }

    [Fact]
    public async Task Checks_OfEverythingShipped_FindNothing()
    {
        _app.CreateVisitor().Dispose();
        var faults = new List<string>();
        await _app.InDatabaseAsync(async db =>
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var checks = scope.ServiceProvider.GetRequiredService<DraftChecks>();
            var tree = await TopicTree.ReadAsync(db, CancellationToken.None);
            var author = new UngPortal.Platform.Access.StaffIdentity { Id = 1, Name = "", SessionId = 0, ConfirmedAt = default, Seats = [] };
            foreach (var live in await db.Publications.AsNoTracking().Include(one => one.Texts).Include(one => one.Topics).Where(one => one.Kind != PublicationKind.Page).ToListAsync())
            {
                var content = DraftContent.Of(live, live.Topics.Select(topic => tree.Find(topic.TopicId)!.Slug));
                var draft = Draft.Begin(live.Kind, live.Slug, 1, content, author, default);
                faults.AddRange((await checks.OfAsync(draft, CancellationToken.None)).Select(problem => $"{live.Slug} {problem}"));
            }

            return 0;
        });

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Read_ByAProfessional_ShowsThePageAndNothingToWriteIn()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var professional = await _app.SignInAsAsync(StaffRole.Expert);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "## En overskrift\n\nTeksten som skal leses.");
        await author.StepAsync(id, DraftStep.Submit);
        await editor.StepAsync(id, DraftStep.ApproveAsEditor);

        var page = await professional.PageAsync($"/admin/innhold/{id}");

        Assert.Equal("En overskrift", page.TextOf(".editor__preview .prose h2"));
        Assert.True(page.Document.QuerySelector("#Tekst")!.HasAttribute("readonly"));
        Assert.Null(page.Document.QuerySelector("[role=toolbar], .editor__save"));
    }

    [Fact]
    public async Task Preview_OfAnotherHousesDraft_Is404()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        var theirs = await author.BeginAsync();
        var own = await stranger.BeginAsync("Noe helt annet");

        foreach (var end in new[] { "/forhandsvisning", "/autolagring", "?handler=Preview", "?handler=Choose", "" })
        {
            var page = await stranger.PageAsync($"/admin/innhold/{own}");
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(page, $"/admin/innhold/{own}", $"/admin/innhold/{theirs}{end}")).Status);
        }
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HtmlPage> PreviewAsync(HttpClient client, int id, params (string Name, string Value)[] fields) =>
        await client.SendAsync(await client.PageAsync($"/admin/innhold/{id}"), $"/admin/innhold/{id}", $"/admin/innhold/{id}/forhandsvisning", fields);
}
