using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Triage;

/// <summary>Whoever sorts is told when nobody could answer, and young people get only what is light and theirs.</summary>
public sealed class TriageWarningTests : IDisposable
{
    private const string Sorting = "/admin/sporsmal/sortering";
    private const string Nobody = "ingen som svarer i dag, har rollen og språket";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Confirm_ForARoleThatNobodyHas_IsDone_AndSaysSo()
    {
        await _app.ExpertAsync(takesHard: false);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var (lawyer, red, nurse) = (await ConfirmAsync(sorter, "Green", "jurist"), await ConfirmAsync(sorter, "Red", DeskRows.Nurse), await ConfirmAsync(sorter, "Green", DeskRows.Nurse));

        Assert.Equal([true, true, false], [lawyer.IsTold, red.IsTold, nurse.IsTold]);
        Assert.Equal(3, await _app.InDatabaseAsync(db => db.Questions.CountAsync(question => question.State == QuestionState.Queued)));
    }

    [Fact]
    public async Task Roles_ThatNobodyHasToday_AreMarkedInTheList()
    {
        await _app.ExpertAsync();
        var id = await _app.AskedAsync();
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var roles = await sorter.PageAsync($"{Sorting}/{id}");

        Assert.DoesNotContain("ingen kan svare", roles.TextOf($"#Rolle option[value={DeskRows.Nurse}]"), StringComparison.Ordinal);
        Assert.Contains("ingen kan svare i dag", roles.TextOf("#Rolle option[value=jurist]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Green", "vennskap", true)]
    [InlineData("Yellow", "vennskap", false)]
    [InlineData("Red", "vennskap", false)]
    [InlineData("Green", "vold", false)]
    public async Task Confirm_ForYoungPeople_OnlyWhatIsGreenAndTheirs(string severity, string topic, bool isTaken)
    {
        var id = await _app.AskedAsync(topic: topic);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var answer = await sorter.FillInAsync($"{Sorting}/{id}", null, ("Steg", "bekreft"), ("Alvor", severity), ("Tema", topic), ("Rolle", AnsweringRole.YouthKey));

        Assert.Equal(isTaken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(isTaken ? QuestionState.Queued : QuestionState.Received, (await _app.QuestionAsync(id)).State);
        Assert.Equal(!isTaken, answer.TextOf("#Rolle-feil").Contains("bare grønne spørsmål", StringComparison.Ordinal));
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Guid Id, bool IsTold)> ConfirmAsync(HttpClient sorter, string severity, string role)
    {
        var id = await _app.AskedAsync();
        var answer = await sorter.FillInAsync($"{Sorting}/{id}", null, ("Steg", "bekreft"), ("Alvor", severity), ("Rolle", role));
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var next = await sorter.PageAsync(answer.Response.Headers.Location!.OriginalString);
        return (id, next.Text.Contains(Nobody, StringComparison.Ordinal) && next.Links.Contains($"{Sorting}/{id}"));
    }
}
