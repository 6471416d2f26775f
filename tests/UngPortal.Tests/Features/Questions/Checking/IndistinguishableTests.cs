using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using UngPortal.Testing;
using UngPortal.Tests.Features.Accounts;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>A code that never was, one that ran out and one that was taken back: nobody can tell them apart.</summary>
public sealed partial class IndistinguishableTests : IDisposable
{
    private const int Tries = 200;
    private const int Rounds = 3;
    private const double Likely = 0.01;
    private const string Unknown = "abbor-yngel-adresse-ytterdør-åpen";

    private readonly NetworkedApp _app = new();

    public IndistinguishableTests() => _app.With("AnswerCodes:FreeTries", "1000");

    [Fact]
    public async Task V6_3_8_Check_OfUnknownExpiredWithdrawnOrNoCode_IsTheSameToTheByte()
    {
        var (expired, withdrawn) = (await ExpiredAsync(), await WithdrawnAsync());
        var answers = new List<string>();
        foreach (var code in new[] { Unknown, expired, withdrawn, "ikke en kode", "😀", "' OR 1=1 --", new string('a', 5_000) })
        {
            using var visitor = _app.CreateVisitor();
            var page = await visitor.CheckAsync(code);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(code, page.Document.QuerySelector("#Kode")!.GetAttribute("value"));
            var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var headers = page.Response.Headers.Concat(page.Response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            answers.Add(string.Join('\n', headers) + Value().Replace(page.Text.Replace(token, "", StringComparison.Ordinal), "$1"));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task V6_3_8_Check_OfADeletedCode_TakesNoOtherTimeThanOfAnUnknown()
    {
        var codes = new[] { Unknown, await ExpiredAsync(), await WithdrawnAsync() };
        var found = new List<double>();
        for (var round = 0; round < Rounds && found.TrueForAll(probability => probability <= Likely); round++)
        {
            found.Add(await ProbabilityAsync(codes));
            _app.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        // By chance alone one round in a hundred looks unlike; all three in a row do so once in a million.
        Assert.Contains(found, probability => probability > Likely);
    }

    public void Dispose() => _app.Dispose();

    [GeneratedRegex("(id=\"Kode\" name=\"Kode\" value=)\"[^\"]*\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Value();

    private async Task<string> ExpiredAsync()
    {
        var code = await _app.AskAsync("Dette er lenge siden nå");
        await _app.InThreadAsync(code, work =>
        {
            work.Thread.LetGo();
            work.Db.Remove(work.Thread);
        });
        Assert.Null(await _app.ThreadOfAsync(code));
        return code;
    }

    private async Task<string> WithdrawnAsync()
    {
        var code = await _app.AskAsync("Dette angrer jeg på nå");
        using var visitor = await _app.OpenAsync(code);
        await visitor.DoAsync("trekk");
        Assert.Null(await _app.ThreadOfAsync(code));
        return code;
    }

    /// <summary>The smallest of what the others give beside the unknown code.</summary>
    private async Task<double> ProbabilityAsync(string[] codes)
    {
        using var client = _app.CreateVisitor();
        var form = (await client.VisitAsync(QuestionVisits.CheckPath)).Form(QuestionVisits.CheckPath);
        var times = codes.ToDictionary(code => code, _ => new List<double>());
        for (var i = -10; i < Tries; i++)
        {
            foreach (var code in codes.OrderBy(_ => RandomNumberGenerator.GetInt32(int.MaxValue)).ToList())
            {
                form["Kode"] = code;
                using var content = new FormUrlEncodedContent(form);
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsync(new Uri(QuestionVisits.CheckPath, UriKind.Relative), content);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
                if (i >= 0)
                {
                    times[code].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                }
            }
        }

        return codes.Skip(1).Min(code => RankTest.ProbabilityOfSame(times[codes[0]], times[code]));
    }
}
