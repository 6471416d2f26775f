using System.Net;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Reviewing;

/// <summary>A second reader lets go out what they have read, nothing else.</summary>
public sealed class ReviewVersionTests : IDisposable
{
    private static readonly (string Name, string? Value)[] Good =
    [
        ("Hilsen", "Hei! Så bra at du spør om dette."), ("Forklaring", string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12))), ("Avslutning", "Sov godt!"),
        ("Tjeneste", "sex-og-samfunn"), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"), ("Steg", "send"),
    ];

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("godkjenn", "", QuestionState.AnsweredPrivately)]
    [InlineData("tilbake", "Skriv mer om mobilen.", QuestionState.Drafted)]
    public async Task Review_OfWhatWasRewrittenMeanwhile_IsAConflict_AndShowsTheNewText(string step, string note, QuestionState after)
    {
        var id = await _app.QueuedAsync(Severity.Red);
        var path = $"/admin/sporsmal/{id}/les";
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        using var first = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
        using var second = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
        await expert.FillInAsync("/admin/sporsmal", null);
        await expert.FillInAsync($"/admin/sporsmal/{id}", null, [.. Good, ("Kort", "Åtte timer er nok.")]);
        var opened = await first.PageAsync(path);
        await second.FillInAsync(path, null, ("Steg", "tilbake"), ("Merknad", "Tallet er feil."));
        await expert.FillInAsync($"/admin/sporsmal/{id}", null, [.. Good, ("Kort", "Seks timer er nok.")]);

        var refused = await first.PostFormAsync(path, new Dictionary<string, string>(opened.Form(path)) { ["Steg"] = step, ["Merknad"] = note });

        Assert.Equal((HttpStatusCode.Conflict, QuestionState.InReview), (refused.Status, (await _app.QuestionAsync(id)).State));
        Assert.Contains("skrevet om", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("Seks timer er nok.", refused.TextOf(".answer"), StringComparison.Ordinal);
        Assert.Equal(note, refused.TextOf("#Merknad"));
        await first.PostFormAsync(path, new Dictionary<string, string>(refused.Form(path)) { ["Steg"] = step, ["Merknad"] = note });
        Assert.Equal(after, (await _app.QuestionAsync(id)).State);
    }

    public void Dispose() => _app.Dispose();
}
