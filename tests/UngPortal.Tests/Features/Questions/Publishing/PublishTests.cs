using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Publishing;

/// <summary>From an answer that its asker has to a copy that everybody may read. Source: product/questions.md, "Publishing".</summary>
[Collection(ShippedSite.Name)]
public sealed class PublishTests(PortalApp app)
{
    private const string Path = "/admin/sporsmal/publisering";
    private const string Asked = "Jeg heter Ola Nordmann og går på Fjellheim skole. Får jeg sove nok når jeg legger meg elleve?";
    private const string Anonymous = "Får jeg sove nok når jeg legger meg klokken elleve og står opp klokken sju?";

    private static readonly (string Name, string? Value)[] Ticks = [("Navn", "true"), ("Sted", "true"), ("Dato", "true"), ("Diagnose", "true"), ("Brukernavn", "true"), ("Trygt", "true")];

    [Fact]
    public async Task Publish_ACopyThatNamesNobody_IsOnTheSiteAndWithTheAsker()
    {
        var (id, code) = await app.ReleasableAsync(Asked);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.PageAsync($"{Path}/{id}");

        var done = await SendAsync(editor, id, [("Tittel", "Får jeg sove nok?"), ("Sporsmal", Anonymous), .. Ticks]);
        await app.DeliverOutboxAsync();

        Assert.Contains("Ola Nordmann", page.TextsOf("mark"));
        Assert.Contains("Fjellheim skole", page.TextsOf("mark"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var question = await app.QuestionAsync(id);
        Assert.Equal(QuestionState.Published, question.State);
        var shown = await app.GetPageAsync($"/sporsmal/{question.PublicId}/far-jeg-sove-nok");
        Assert.Contains(Anonymous, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fjellheim", shown.Text, StringComparison.Ordinal);
        Assert.Contains(Asked, (await app.ReadAsync(code)).Text, StringComparison.Ordinal);
        Assert.Contains("question-published PublishReview → Published", await app.AuditOfAsync(Question.SubjectOf(id)));
    }

    [Theory]
    [InlineData("Tittel", "", "tittel")]
    [InlineData("Sporsmal", "", "Spørsmålet må stå her")]
    [InlineData("Sporsmal", "Kan dere ringe meg på 912 34 567 i kveld?", "Telefonnummer")]
    [InlineData("Sporsmal", "Jeg er venn med Kari Nordmann. Sover hun nok?", "merket")]
    [InlineData("Trygt", null, "Kryss av")]
    [InlineData("Gjor", "", "alle fem")]
    [InlineData("Alder", "femten", "alderen")]
    [InlineData("Folsomhet", "Sensitive", "aldersspenn")]
    public async Task Publish_WhatIsNotReady_IsRefused_AndNothingIsLost(string field, string? value, string told)
    {
        var (id, _) = await app.ReleasableAsync("Hvor mye søvn trenger jeg, tror dere?");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var refused = await SendAsync(editor, id, [.. new[] { ("Tittel", "Hvor mye søvn?"), ("Kort", "Åtte til ti timer.") }.Concat(Ticks!).Where(given => given.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(told, refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("Åtte til ti timer.", refused.TextOf("#Kort"), StringComparison.Ordinal);
        Assert.Equal(QuestionState.PublishReview, (await app.QuestionAsync(id)).State);
    }

    [Theory]
    [InlineData("Jeg veier 50 kilo og vil spise mindre, er det farlig?", "spiseforstyrrelser")]
    [InlineData("Jeg veier 50 kilo og vil spise mindre, er det farlig?", QuestionVisits.Topic)]
    [InlineData("Jeg veier femti kilo og vil spise mindre, er det farlig?", QuestionVisits.Topic)]
    [InlineData("Eg har gått ned tolv kg sidan i sommar, er det farleg?", QuestionVisits.Topic)]
    [InlineData("I have lost twenty-five pounds since summer, is it dangerous?", QuestionVisits.Topic)]
    public async Task Publish_NumbersAboutEating_IsRefused_WhateverTopicTheCopyHas(string asked, string topic)
    {
        var (id, _) = await app.ReleasableAsync(asked, topic: "spiseforstyrrelser");
        using var editor = await app.SignInAsAsync(StaffRole.ChiefEditor);

        var refused = await SendAsync(editor, id, [("Tittel", "Er det farlig?"), ("Sett", "true"), .. Ticks], topic);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, QuestionState.PublishReview), (refused.Status, (await app.QuestionAsync(id)).State));
        Assert.Contains("aldri tall", refused.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_TheExactAgeOnASensitiveTopic_IsRefused_WhateverTheCopySays()
    {
        var (id, _) = await app.ReleasableAsync("Kan jeg trene når jeg har det slik med mat?", topic: "spiseforstyrrelser");
        using var editor = await app.SignInAsAsync(StaffRole.ChiefEditor);

        var refused = await SendAsync(editor, id, [("Tittel", "Kan jeg trene?"), ("Alder", "16-16"), ("Folsomhet", "None"), ("Sett", "true"), .. Ticks]);
        var done = await SendAsync(editor, id, [("Tittel", "Kan jeg trene?"), ("Alder", "16-17"), ("Folsomhet", "None"), ("Sett", "true"), .. Ticks]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("aldersspenn", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    [Fact]
    public async Task Publish_AfterTheAnswerWasCorrected_IsAConflict_WithTheNewTextBeside()
    {
        var (id, _) = await app.ReleasableAsync("Hvor lenge kan man sove middag, tror dere?");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        using var reader = await app.SignInAsAsync(StaffRole.ExpertReviewer);
        var begun = new Dictionary<string, string>((await editor.PageAsync($"{Path}/{id}")).Form($"{Path}/{id}"));
        foreach (var (name, value) in Ticks.Append(("Tittel", "Hvor lenge kan man sove middag?")).Append(("Tema", QuestionVisits.Topic)).Append(("Steg", "publiser")))
        {
            begun[name] = value!;
        }

        var corrected = await reader.FillInAsync($"/admin/sporsmal/{id}/rett", null, ("Kort", "Tjue minutter er nok."), ("Endring", "Tallet var feil."), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"), ("Steg", "rett"));
        var refused = await editor.PostFormAsync($"{Path}/{id}", begun);

        Assert.Equal(HttpStatusCode.Redirect, corrected.Status);
        Assert.Equal((HttpStatusCode.Conflict, QuestionState.PublishReview), (refused.Status, (await app.QuestionAsync(id)).State));
        Assert.Contains("rettet mens du laget kopien", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("Tjue minutter er nok.", refused.TextOf("section[aria-labelledby=endret]"), StringComparison.Ordinal);
        Assert.Equal(("Hvor lenge kan man sove middag?", "Det går helt fint."), (refused.Document.QuerySelector("#Tittel")!.GetAttribute("value"), refused.TextOf("#Kort")));

        begun["Versjon"] = refused.Form($"{Path}/{id}")["Versjon"];
        begun["Kort"] = "Tjue minutter er nok.";
        Assert.Equal(HttpStatusCode.Redirect, (await editor.PostFormAsync($"{Path}/{id}", begun)).Status);
        Assert.Equal(QuestionState.Published, (await app.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task KeepPrivate_WithAReason_TakesItOutOfThePile()
    {
        var (id, code) = await app.ReleasableAsync("Hvorfor drømmer vi om natta, egentlig?");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var refused = await editor.FillInAsync($"{Path}/{id}", null, ("Steg", "privat"));
        var done = await editor.FillInAsync($"{Path}/{id}", null, ("Steg", "privat"), ("Privat", "Recognisable"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(QuestionState.AnsweredPrivately, (await app.QuestionAsync(id)).State);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PageAsync($"{Path}/{id}")).Status);
        Assert.Contains("egentlig", (await app.ReadAsync(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_ByTwoAtOnce_MakesOneCopy()
    {
        var (id, _) = await app.ReleasableAsync("Kan man sove for mye i helgene, tror dere?");
        using var one = await app.SignInAsAsync(StaffRole.Editor);
        using var other = await app.SignInAsAsync(StaffRole.ChiefEditor);
        var before = await app.InDatabaseAsync(db => db.PublishedAnswers.CountAsync());

        await Task.WhenAll(SendAsync(one, id, [("Tittel", "Kan man sove for mye?"), .. Ticks]), SendAsync(other, id, [("Tittel", "Kan man sove for mye?"), .. Ticks]));

        Assert.Equal(before + 1, await app.InDatabaseAsync(db => db.PublishedAnswers.CountAsync()));
        Assert.Equal(QuestionState.Published, (await app.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Publish_OfWhatMustNotBePublic_IsNotThere()
    {
        var red = await app.AskedAsync("Hva gjør dere med det jeg skriver her?", mayPublish: false);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        using var admin = await app.SignInAsAsync(StaffRole.PlatformAdmin);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.PageAsync($"{Path}/{red}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PageAsync(Path)).Status);
    }

    private static Task<HtmlPage> SendAsync(HttpClient editor, Guid id, (string, string?)[] fields, string topic = QuestionVisits.Topic) =>
        editor.FillInAsync($"{Path}/{id}", null, [.. fields, ("Tema", topic), ("Steg", "publiser")]);
}
