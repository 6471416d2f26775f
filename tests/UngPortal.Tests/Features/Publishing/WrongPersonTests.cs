using System.Net;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>Each step of the workflow, pressed by somebody whose step it is not: a clear word, and nothing has happened.</summary>
public sealed class WrongPersonTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(DraftState.Draft, StaffRole.Expert, DraftStep.Submit, HttpStatusCode.NotFound)]
    [InlineData(DraftState.Draft, StaffRole.SafeguardingOfficer, DraftStep.Discard, HttpStatusCode.NotFound)]
    [InlineData(DraftState.InEditorialReview, StaffRole.Expert, DraftStep.ApproveAsEditor, HttpStatusCode.NotFound)]
    [InlineData(DraftState.InEditorialReview, StaffRole.Editor, DraftStep.ApproveAsProfessional, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.InProfessionalReview, StaffRole.Editor, DraftStep.ApproveAsProfessional, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.InProfessionalReview, StaffRole.Expert, DraftStep.ApproveAsSafeguarding, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.InProfessionalReview, StaffRole.SafeguardingOfficer, DraftStep.ApproveAsProfessional, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.InProfessionalReview, StaffRole.SafeguardingOfficer, DraftStep.ApproveAsSafeguarding, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.InProfessionalReview, StaffRole.Expert, DraftStep.Publish, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.Approved, StaffRole.Expert, DraftStep.Publish, HttpStatusCode.NotFound)]
    [InlineData(DraftState.Approved, StaffRole.SafeguardingOfficer, DraftStep.Schedule, HttpStatusCode.NotFound)]
    [InlineData(DraftState.Approved, StaffRole.Editor, DraftStep.Submit, HttpStatusCode.Forbidden)]
    [InlineData(DraftState.Approved, StaffRole.Editor, DraftStep.Unschedule, HttpStatusCode.Forbidden)]
    public async Task V2_3_5_Step_OfTheWrongPerson_IsRefused(DraftState state, StaffRole role, DraftStep step, HttpStatusCode expected)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var person = await _app.SignInAsAsync(role);
        var id = await author.BeginAsync();
        await BringAsync(author, id, state);
        var before = await _app.DraftAsync(id);

        var answer = await PressAsync(person, id, step, before.Version);

        Assert.Equal(expected, answer.Status);
        var after = await _app.DraftAsync(id);
        Assert.Equal((state, before.Version), (after.State, after.Version));
        Assert.Contains(expected == HttpStatusCode.Forbidden ? "Dette steget er ikke ditt" : "Her var det ingenting", answer.TextOf("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DraftStep.ApproveAsEditor, DraftState.InEditorialReview)]
    [InlineData(DraftStep.ApproveAsProfessional, DraftState.InProfessionalReview)]
    public async Task V2_3_5_Step_OfTheAuthor_IsRefusedWithTheReason(DraftStep step, DraftState state)
    {
        var authorId = await _app.HireAsync(StaffVisits.OwnHouse, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.SafeguardingOfficer);
        using var author = await _app.SignInAsync(authorId);
        var id = await author.BeginAsync();
        await BringAsync(author, id, state);

        var answer = await PressAsync(author, id, step, (await _app.DraftAsync(id)).Version);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("Ingen godkjenner sin egen tekst", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(state, (await _app.DraftAsync(id)).State);
    }

    [Fact]
    public async Task Step_FromAStalePage_IsRefused()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await BringAsync(author, id, DraftState.InEditorialReview);
        var stale = (await _app.DraftAsync(id)).Version;
        await PressAsync(author, id, DraftStep.SendBack, stale, ("Grunn", "Jeg glemte noe."));
        await author.WriteAsync(id, "Noe annet enn det redaktøren leste.");
        await author.StepAsync(id, DraftStep.Submit);

        var answer = await PressAsync(editor, id, DraftStep.ApproveAsEditor, stale);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("er endret siden", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(DraftState.InEditorialReview, (await _app.DraftAsync(id)).State);
    }

    [Fact]
    public async Task Write_WhileOthersRead_IsRefusedAndStaysInTheForm()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        var page = await author.PageAsync($"/admin/innhold/{id}");
        await author.StepAsync(id, DraftStep.Submit);

        var answer = await author.SendAsync(page, $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "For sent."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("For sent.", answer.TextOf("#Tekst"));
        Assert.Contains("kan ikke endres nå", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private async Task BringAsync(HttpClient author, int id, DraftState state)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var professional = await _app.SignInAsAsync(StaffRole.Expert);
        await author.WriteAsync(id);
        foreach (var (client, step, reached) in new[]
        {
            (author, DraftStep.Submit, DraftState.InEditorialReview),
            (editor, DraftStep.ApproveAsEditor, DraftState.InProfessionalReview),
            (professional, DraftStep.ApproveAsProfessional, DraftState.Approved),
        }.Where(one => one.Item3 <= state))
        {
            await client.StepAsync(id, step);
            Assert.Equal(reached, (await _app.DraftAsync(id)).State);
        }
    }

    private static async Task<HtmlPage> PressAsync(HttpClient client, int id, DraftStep step, int version, params (string Name, string Value)[] more)
    {
        var token = (await client.PageAsync("/admin")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new[] { ("Steg", step.ToString()), ("Versjon", $"{version}"), ("__RequestVerificationToken", token) }.Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri($"/admin/innhold/{id}/steg", UriKind.Relative), content));
    }
}
