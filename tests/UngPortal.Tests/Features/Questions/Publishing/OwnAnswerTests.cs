using System.Net;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Architecture;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Publishing;

/// <summary>An answer that everybody may read has been in two people's hands.</summary>
public sealed class OwnAnswerTests : IDisposable
{
    private const string Path = "/admin/sporsmal/publisering";
    private const string Asked = "Hvor høyt kan en loppe hoppe, tror dere?";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task V2_3_5_Publish_TheOwnAnswer_IsNotThere_NorOffered()
    {
        var author = await _app.HireAsync(roles: [StaffRole.Expert, StaffRole.ChiefEditor]);
        var id = await _app.ToPublishAsync(author, Asked);
        using var own = await _app.SignInAsync(author);
        using var other = await _app.SignInAsAsync(StaffRole.ChiefEditor);

        var offered = await other.PageAsync(Path);
        var form = new Dictionary<string, string>(offered.Form($"{Path}/{id}")) { ["__RequestVerificationToken"] = await own.TokenAsync(), ["Steg"] = "privat", ["Privat"] = "Recognisable" };
        var posted = await own.PostFormAsync($"{Path}/{id}", form);

        Assert.Contains(Asked, offered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, (await own.PageAsync(Path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.PageAsync($"{Path}/{id}")).Status);
        Assert.Equal((HttpStatusCode.NotFound, QuestionState.PublishReview), (posted.Status, (await _app.QuestionAsync(id)).State));
    }

    public void Dispose() => _app.Dispose();
}
