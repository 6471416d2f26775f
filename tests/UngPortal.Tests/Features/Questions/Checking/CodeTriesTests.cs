using System.Net;
using UngPortal.Testing;
using UngPortal.Tests.Features.Accounts;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>How many wrong codes are borne.</summary>
public sealed class CodeTriesTests : IDisposable
{
    private const string Wrong = "abbor-abbor-abbor-abbor-abbor";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V6_3_1_Post_AfterFiveWrongCodes_MustWaitTwiceAsLongEachTime()
    {
        using var guesser = _app.CreateVisitorFrom("198.51.100.7");
        using var other = _app.CreateVisitorFrom("198.51.100.8");
        var code = await _app.AskAsync("Finner noen koden min?");

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.CheckAsync(i % 2 == 0 ? Wrong : "ikke en kode")).Status);
        }

        foreach (var seconds in new[] { 5, 10, 20, 40 })
        {
            var refused = await guesser.CheckAsync(code);
            Assert.Equal((HttpStatusCode.TooManyRequests, seconds), (refused.Status, (int)refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
            Assert.Contains("Vent litt før du prøver igjen", refused.TextOf(".error-summary"), StringComparison.Ordinal);
            Assert.Equal(code, refused.Document.QuerySelector("#Kode")!.GetAttribute("value"));
            Assert.Equal(HttpStatusCode.Found, (await other.CheckAsync(code)).Status);
            _app.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.CheckAsync(Wrong)).Status);
            _app.Clock.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.CheckAsync(Wrong)).Status);
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Found, (await guesser.CheckAsync(code)).Status);
    }

    [Fact]
    public async Task V6_3_1_Post_EmptyOrRight_IsNoWrongTry()
    {
        using var visitor = _app.CreateVisitor();
        var code = await _app.AskAsync("Teller de riktige med?");

        for (var i = 0; i < 10; i++)
        {
            var empty = await visitor.CheckAsync(" ");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "Skriv koden din."), (empty.Status, empty.TextOf(".error-summary li")));
            Assert.Equal(HttpStatusCode.Found, (await visitor.CheckAsync(code)).Status);
        }
    }

    [Fact]
    public async Task V11_4_2_post_when_all_together_have_guessed_too_much_waits_for_everybody_and_passes()
    {
        _app.With("AnswerCodes:TriesOfAll", "12");
        var code = await _app.AskAsync("Når mange gjetter samtidig?");
        for (var i = 0; i < 12; i++)
        {
            using var guesser = _app.CreateVisitorFrom($"198.51.100.{i}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guesser.CheckAsync(Wrong)).Status);
        }

        using var other = _app.CreateVisitorFrom("203.0.113.9");
        var refused = await other.CheckAsync(code);
        _app.Clock.Advance(TimeSpan.FromMinutes(10.5));
        var passed = await other.CheckAsync(code);

        Assert.Equal((HttpStatusCode.TooManyRequests, 60), (refused.Status, (int)refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Equal(HttpStatusCode.Found, passed.Status);
    }

    public void Dispose() => _app.Dispose();
}
