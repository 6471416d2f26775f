using System.Net;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Answers;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Correcting;

/// <summary>What is wrong is mended or goes, and everybody who could read it is told. Source: product/questions.md, "Take-down and correction".</summary>
[Collection(ShippedSite.Name)]
public sealed class CorrectionTests(PortalApp app)
{
    private static readonly (string Name, string? Value)[] Ticks = [("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true")];

    [Fact]
    public async Task Correct_APrivateAnswer_TellsItsAsker()
    {
        var (id, code) = await app.ReleasableAsync("Hvor lenge varer en vekstspurt, tror dere?");
        await app.ChangeAsync(id, question => question.KeepPrivate());
        using var reader = await app.SignInAsAsync(StaffRole.ExpertReviewer);

        var refused = await reader.FillInAsync($"/admin/sporsmal/{id}/rett", null, [("Kort", "To til tre år."), ("Steg", "rett"), .. Ticks]);
        var done = await reader.FillInAsync($"/admin/sporsmal/{id}/rett", null, [("Kort", "To til tre år."), ("Endring", "Vi hadde skrevet feil antall år."), ("Steg", "rett"), .. Ticks]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "To til tre år."), (refused.Status, refused.TextOf("#Kort")));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var read = await app.ReadAsync(code);
        Assert.Contains("To til tre år.", read.Text, StringComparison.Ordinal);
        Assert.Contains("Vi hadde skrevet feil antall år.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_APublicAnswer_TellsItsReadersAndItsAsker()
    {
        var (id, code) = await app.ReleasableAsync("Hvor ofte bør jeg pusse tennene mine?");
        var publicId = await app.PublicCopyAsync(id, "Hvor ofte bør jeg pusse tennene?");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var done = await editor.FillInAsync($"/admin/sporsmal/svar/{publicId}", null, [("Kort", "To ganger om dagen."), ("Endring", "Kortere og riktigere."), ("Steg", "rett"), .. Ticks]);
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        foreach (var page in new[] { await app.GetPageAsync($"/sporsmal/{publicId}/hvor-ofte-bor-jeg-pusse-tennene"), await app.ReadAsync(code) })
        {
            Assert.Contains("To ganger om dagen.", page.Text, StringComparison.Ordinal);
            Assert.Contains("Kortere og riktigere.", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(QuestionState.Corrected, (await app.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task TakeDown_NeedsAReason_AndTheAskerIsTold()
    {
        var (id, code) = await app.ReleasableAsync("Hvor fort vokser neglene mine, egentlig?");
        var publicId = await app.PublicCopyAsync(id, "Hvor fort vokser negler?");
        using var editor = await app.SignInAsAsync(StaffRole.ChiefEditor);

        var refused = await editor.FillInAsync($"/admin/sporsmal/svar/{publicId}", null, ("Steg", "ned"), ("Hvorfor", " "));
        var done = await editor.FillInAsync($"/admin/sporsmal/svar/{publicId}", null, ("Steg", "ned"), ("Hvorfor", "Kan kjennes igjen"));
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(HttpStatusCode.Gone, (await app.GetPageAsync($"/sporsmal/{publicId}/hvor-fort-vokser-negler")).Status);
        Assert.Equal(QuestionState.TakenDown, (await app.QuestionAsync(id)).State);
        Assert.Contains("egentlig", (await app.ReadAsync(code)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PageAsync($"/admin/sporsmal/svar/{publicId}")).Status);
    }

    [Theory]
    [InlineData("sovn", "Skriv til kari.prove@epost.invalid om det.", "e-post", false)]
    [InlineData("sovn", "Spør Kari Nordmann om det.", "merket", true)]
    [InlineData("spiseforstyrrelser", "Du skal ikke ned til femti kilo.", "aldri tall", false)]
    public async Task Correct_APublicAnswer_BringsInNothingThatMustNotBePublic(string topic, string brief, string told, bool mayBeSeen)
    {
        var answer = await app.PublishAsync(AnswerRows.Draft($"Er {told} farlig?", $"Kan man lure på {told} hele vinteren?") with { Topics = [topic] });
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        Task<HtmlPage> CorrectAsync(params (string Name, string? Value)[] more) => editor.FillInAsync(
            $"/admin/sporsmal/svar/{answer.PublicId}", null, [("Kort", brief), ("Forklaring", string.Concat(Enumerable.Repeat("Nøkken bor i gamle fortellinger. ", 20))), ("Endring", "Tydeligere."), ("Steg", "rett"), .. Ticks, .. more]);

        var refused = await CorrectAsync();
        var seen = await CorrectAsync(("Sett", "true"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, brief), (refused.Status, refused.TextOf("#Kort")));
        Assert.Contains(told, refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(mayBeSeen ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, seen.Status);
    }

    [Fact]
    public async Task Correct_AfterTakeDown_ReachesTheAsker_AndItStaysDown()
    {
        var (id, code) = await app.ReleasableAsync("Hvor mange bein har en voksen, egentlig?");
        var publicId = await app.PublicCopyAsync(id, "Hvor mange bein har vi?");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.FillInAsync($"/admin/sporsmal/svar/{publicId}", null, ("Steg", "ned"), ("Hvorfor", "Tallet er feil"));

        var led = await editor.PageAsync($"/admin/sporsmal/svar?Adresse={publicId}");
        var done = await editor.FillInAsync($"/admin/sporsmal/{id}/rett", null, [("Kort", "Et par hundre."), ("Endring", "Tallet var feil."), ("Steg", "rett"), .. Ticks]);
        await app.DeliverOutboxAsync();

        Assert.Equal($"/admin/sporsmal/{id}/rett", led.Response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(QuestionState.TakenDown, (await app.QuestionAsync(id)).State);
        Assert.Equal(HttpStatusCode.Gone, (await app.GetPageAsync($"/sporsmal/{publicId}/hvor-mange-bein-har-vi")).Status);
        var read = await app.ReadAsync(code);
        Assert.Contains("Et par hundre.", read.Text, StringComparison.Ordinal);
        Assert.Contains("Tallet var feil.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_AShippedAnswer_NeedsNoAsker()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Er nøkken farlig?", "Kan man møte nøkken i et tjern?"));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var done = await editor.FillInAsync($"/admin/sporsmal/svar/{answer.PublicId}", null, [("Kort", "Nei, han er et eventyr."), ("Forklaring", string.Concat(Enumerable.Repeat("Nøkken bor i gamle fortellinger. ", 20))), ("Endring", "Vi svarer tydeligere."), ("Steg", "rett"), .. Ticks]);
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("Nei, han er et eventyr.", (await app.GetPageAsync(answer.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ByAddressOrNumber_LeadsToTheAnswer_AndSaysWhenThereIsNone()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Er draugen ekte?", "Har noen sett draugen på havet?"));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        foreach (var address in new[] { $"https://ung.prove.invalid/nn{answer.Path}", $"{answer.PublicId}" })
        {
            Assert.Equal($"/admin/sporsmal/svar/{answer.PublicId}", (await editor.PageAsync($"/admin/sporsmal/svar?Adresse={Uri.EscapeDataString(address)}")).Response.Headers.Location?.OriginalString);
        }

        var none = await editor.PageAsync("/admin/sporsmal/svar?Adresse=/sporsmal/finnes-ikke");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/sporsmal/finnes-ikke"), (none.Status, none.Document.QuerySelector("#Adresse")?.GetAttribute("value")));
    }

    [Fact]
    public async Task V8_2_2_Correct_TheAnswerOfAnotherExpert_IsNotThere()
    {
        var (id, _) = await app.ReleasableAsync("Hvorfor blir man rød i kinnene, egentlig?");
        var publicId = await app.PublicCopyAsync(id, "Hvorfor blir man rød?");
        using var expert = await app.SignInAsync(await app.ExpertAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await expert.PageAsync($"/admin/sporsmal/{id}/rett")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.PageAsync($"/admin/sporsmal/svar/{publicId}")).Status);
    }
}
