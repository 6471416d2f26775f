using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using UngPortal.Features.Questions;
using UngPortal.Testing;
using UngPortal.Tests.Platform;

namespace UngPortal.Tests.Features.Questions;

/// <summary>What young people write, and their codes, stand nowhere but sealed in one column.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly ListeningSite _app = new();

    [Fact]
    public async Task V16_2_5_V14_2_1_what_is_typed_is_in_no_log_no_address_no_column_and_no_file()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        var before = TemporaryFiles();
        var pages = new List<HtmlPage>();
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "KANARI-TEKST hva gjør jeg?");
        foreach (var field in fields.Keys.Where(key => key != "__RequestVerificationToken").ToList())
        {
            pages.Add(await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(fields) { [field] = $"KANARI-{field.ToUpperInvariant()} som er lang nok", ["Nettside"] = "KANARI-NETTSIDE" }));
        }

        pages.Add(await visitor.PostFormAsync("/still-sporsmal/begynn", new Dictionary<string, string> { ["tekst"] = "KANARI-BEGYNN", ["tema"] = "KANARI-TEMA" }));
        pages.Add(await visitor.PostFormAsync(QuestionVisits.AskPath, fields));
        var code = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;
        pages.Add(await visitor.CheckAsync("KANARI-KODE-hei-på-deg"));
        pages.Add(await visitor.CheckAsync(code));
        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "KANARI-ØNSKE"), QuestionVisits.Expert, work.Now);
        });
        pages.Add(await visitor.DoAsync("mer", ("Mer", "KANARI-MER fortalt")));
        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.Write(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "KANARI-SVAR" }), QuestionVisits.Expert, work.Now);
            work.Question.Submit(QuestionVisits.Expert, null, work.Now);
            work.Thread.NoteAnswer(work.Now);
            work.Question.Correct(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "KANARI-RETTET" }), work.Texts.SealCorrection(work.Question.Id, "KANARI-RETTELSE"), work.Now);
        });
        pages.Add(await visitor.DoAsync("folg", ("Oppfolging", "KANARI-OPPFØLGING her")));
        using var late = _app.CreateVisitor();
        var token = (await late.VisitAsync(QuestionVisits.CheckPath)).Form(QuestionVisits.CheckPath);
        pages.Add(await late.PostFormAsync($"{QuestionVisits.ThreadPath}/folg", new Dictionary<string, string>(token) { ["Oppfolging"] = "KANARI-FOR-SENT skrevet", ["Kode"] = "KANARI-KODE-hei-på-deg" }));
        await visitor.VisitAsync($"{QuestionVisits.ThreadPath}?gjort=KANARI-GJORT");
        var read = await _app.ReadAsync(code);

        // What is looked for is what the one with the code reads.
        Assert.All(["KANARI-TEKST", "KANARI-MER", "KANARI-RETTET", "KANARI-RETTELSE", "KANARI-OPPFØLGING"], canary => Assert.Contains(canary, read.Document.Body!.TextContent, StringComparison.Ordinal));
        string[] words = [code, .. code.Split('-').Zip(code.Split('-').Skip(1), (one, next) => $"{one}-{next}"), code.Replace('-', ' ')];
        string[] secrets = ["KANARI-", .. words];
        Assert.NotEmpty(_app.Log.Lines);
        Assert.All(_app.Log.Lines, line => AssertNone(secrets, line));
        Assert.All(pages, page => AssertNone(secrets, page.Response.Headers.Location?.OriginalString ?? ""));
        Assert.All(pages, page => AssertNone(secrets, page.Document.Title ?? ""));
        AssertNone(secrets, await AllColumnsAsync());
        foreach (var file in Directory.EnumerateFiles(_app.Database.Folder, "*", SearchOption.AllDirectories).Concat(TemporaryFiles().Except(before)))
        {
            var bytes = Bytes(file);
            Assert.All(secrets.SelectMany(secret => new[] { Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret) }), secret => Assert.True(bytes.AsSpan().IndexOf(secret) < 0, file));
        }
    }

    public void Dispose() => _app.Dispose();

    private static void AssertNone(string[] secrets, string text) => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Files in the shared temporary folder belong to other programs too: only those made meanwhile, and only by this run.</summary>
    private static List<string> TemporaryFiles() => [.. Directory.EnumerateFiles(Path.GetTempPath(), "ASPNETCORE_*"), .. Directory.EnumerateFiles(Path.GetTempPath(), "*.tmp")];

    private static byte[] Bytes(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (IOException)
        {
            // A lock file, or one that went away.
            return [];
        }
    }

    private async Task<string> AllColumnsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_app.Database.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        var all = new StringBuilder();
        foreach (var table in await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            all.AppendJoin('\n', await RowsAsync(connection, $"SELECT * FROM \"{table}\""));
        }

        return all.ToString();
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(column).ToString())));
        }

        return rows;
    }

    /// <summary>The site with every log event kept, from the most talkative level on.</summary>
    private sealed class ListeningSite : PortalApp
    {
        public CapturedLog Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            With("Serilog:MinimumLevel", "Verbose");
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<ILogEventSink>(Log));
        }
    }
}
