using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Correcting;

/// <summary>What two people must read, no author changes alone; anybody else mends it at once. Source: product/questions.md, "Review".</summary>
public sealed class CorrectionReviewTests : IDisposable
{
    private static readonly (string Name, string? Value)[] Good =
    [
        ("Hilsen", "Hei! Så bra at du spør om dette."), ("Kort", "De fleste på din alder trenger åtte til ti timer."),
        ("Forklaring", string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12))),
        ("Gjor", "- Legg bort mobilen en time før du skal sove."), ("Avslutning", "Sov godt!"), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"),
    ];

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Correct_AReviewedAnswer_ByItsAuthor_IsRefused_AndAskedOfOthers_WhoMendItAtOnce()
    {
        var reader = await _app.HireAsync(roles: StaffRole.ExpertReviewer);
        var (id, author) = await AnsweredAsync(Severity.Red, reader);
        using var expert = await _app.SignInAsync(author);

        var refused = await CorrectAsync(expert, id, "Seks timer holder.", "rett");
        var asked = await CorrectAsync(expert, id, "Ni timer er best.", "be");
        await CorrectAsync(expert, id, "Ni timer er best.", "be");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Seks timer holder."), (refused.Status, refused.TextOf("#Kort")));
        Assert.Contains("skal leses av to", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.EndsWith("gjort=bedt", asked.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var texts = _app.Services.GetRequiredService<MailText>();
        var mail = Assert.Single(await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync()), mail => mail.Subject == "Et svar må rettes");
        Assert.Equal((await _app.StaffAsync(reader)).Email, mail.Recipient);
        Assert.DoesNotContain("timer", texts.Read(mail), StringComparison.Ordinal);
        using var other = await _app.SignInAsync(reader);
        Assert.Contains("Ni timer er best.", (await other.PageAsync($"/admin/sporsmal/{id}/rett")).TextOf(".notice"), StringComparison.Ordinal);

        var done = await CorrectAsync(other, id, "Ni timer er best.", "rett");
        var again = await CorrectAsync(other, id, "Ni timer er det beste.", "rett");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (done.Status, again.Status));
        Assert.Null((await _app.QuestionAsync(id)).Answer!.SealedReviewNote);
        Assert.Equal(["question-correction-asked AnsweredPrivately → AnsweredPrivately", "question-correction-asked AnsweredPrivately → AnsweredPrivately", "question-corrected AnsweredPrivately → Corrected", "question-corrected Corrected → Corrected"], (await _app.AuditOfAsync(Question.SubjectOf(id)))[^4..]);
    }

    [Fact]
    public async Task Correct_AnAnswerThatNobodyHadToRead_ByItsAuthor_IsDone_UntilTheNewTextAsksForTwo()
    {
        var reader = await _app.HireAsync(roles: StaffRole.ExpertReviewer);
        var (id, author) = await AnsweredAsync(Severity.Green, reader);
        for (var i = 0; i < 10 && (await _app.QuestionAsync(id)).NeedsReviewFor == ReviewReason.Sample; i++)
        {
            (id, author) = await AnsweredAsync(Severity.Green, reader);
        }

        Assert.Null((await _app.QuestionAsync(id)).NeedsReviewFor);

        using var expert = await _app.SignInAsync(author);

        var dose = await CorrectAsync(expert, id, "Ta 5 mg melatonin.", "rett");
        var plain = await CorrectAsync(expert, id, "Ni timer er best.", "rett");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Ta 5 mg melatonin."), (dose.Status, dose.TextOf("#Kort")));
        Assert.Equal(HttpStatusCode.Redirect, plain.Status);
        Assert.Equal(QuestionState.PublishReview, (await _app.QuestionAsync(id)).State);
    }

    [Theory]
    [InlineData("Forklaring", "Kort.", "for kort")]
    [InlineData("IkkeMetode", null, "Kryss av")]
    [InlineData("Tjeneste", null, "minst én tjeneste")]
    public async Task Correct_WhatIsNotReady_IsRefusedAsAnAnswerIs(string field, string? value, string told)
    {
        var reader = await _app.HireAsync(roles: StaffRole.ExpertReviewer);
        var (id, _) = await AnsweredAsync(Severity.Yellow, reader);
        using var other = await _app.SignInAsync(reader);

        var refused = await other.FillInAsync($"/admin/sporsmal/{id}/rett", null, [.. Good.Append(("Tjeneste", "sex-og-samfunn")).Where(one => one.Item1 != field), (field, value), ("Endring", "Bedre."), ("Steg", "rett")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(told, refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Null((await _app.QuestionAsync(id)).CorrectedAt);
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> CorrectAsync(HttpClient client, Guid id, string brief, string step) =>
        client.FillInAsync($"/admin/sporsmal/{id}/rett", null, [.. Good.Where(one => one.Name != "Kort"), ("Kort", brief), ("Tjeneste", "sex-og-samfunn"), ("Endring", "Vi skrev feil."), ("Steg", step)]);

    /// <summary>An answer that its asker reads, on the pages: its author sent it, and the reader let it go where that is asked for.</summary>
    private async Task<(Guid Id, int Author)> AnsweredAsync(Severity severity, int reader)
    {
        var id = await _app.QueuedAsync(severity);
        var author = await _app.ExpertAsync();
        using var expert = await _app.SignInAsync(author);
        await expert.FillInAsync("/admin/sporsmal", null);
        await expert.FillInAsync($"/admin/sporsmal/{id}", null, [.. Good, ("Tjeneste", "sex-og-samfunn"), ("Steg", "send")]);
        if ((await _app.QuestionAsync(id)).State == QuestionState.InReview)
        {
            using var other = await _app.SignInAsync(reader);
            await other.FillInAsync($"/admin/sporsmal/{id}/les", null, ("Steg", "godkjenn"));
        }

        return (id, author);
    }
}
