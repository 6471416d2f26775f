using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Codes;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Testing;

/// <summary>Asks, looks up codes and answers in tests: as a visitor through the pages, as the desk through the entities' verbs.</summary>
public static class QuestionVisits
{
    /// <summary>The form.</summary>
    public const string AskPath = "/still-sporsmal";

    /// <summary>Where the code is shown.</summary>
    public const string ReceiptPath = "/still-sporsmal/kvittering";

    /// <summary>Where a code is typed.</summary>
    public const string CheckPath = "/sjekk-svar";

    /// <summary>What a code opens.</summary>
    public const string ThreadPath = "/sjekk-svar/samtale";

    /// <summary>A topic of the shipped tree that may be chosen.</summary>
    public const string Topic = "mensen";

    /// <summary>Somebody who answers, unless a test says otherwise; a number that nobody who signs in is given.</summary>
    public const int Expert = 1_000_007;

    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(20);

    extension(PortalApp app)
    {
        /// <summary>Asks as a new visitor and lets the clock go on meanwhile. Returns the code from the receipt.</summary>
        public async Task<string> AskAsync(string text, string age = "16", string gender = "Girl", string topic = "vet-ikke", bool isPrivate = false, string language = "")
        {
            using var visitor = app.CreateVisitor();
            return await app.AskAsync(visitor, text, age, gender, topic, isPrivate, language);
        }

        /// <summary>The same as a visitor that the test has, and who stands at the receipt afterwards.</summary>
        public async Task<string> AskAsync(HttpClient visitor, string text, string age = "16", string gender = "Girl", string topic = "vet-ikke", bool isPrivate = false, string language = "")
        {
            var fields = await app.BeginAskAsync(visitor, text, age, gender, topic, language);
            if (isPrivate)
            {
                fields["IkkeOffentlig"] = "true";
            }

            var sent = await visitor.PostFormAsync(language + AskPath, fields);
            return sent.Response.Headers.Location?.OriginalString == language + ReceiptPath
                ? (await visitor.VisitAsync(language + ReceiptPath)).CodeShown
                : throw new InvalidOperationException($"The question was not kept: {sent.Status} {sent.TextOf(".error-summary")}");
        }

        /// <summary>Opens the form, fills it in and lets so much time pass as writing takes. Returns the fields.</summary>
        public async Task<Dictionary<string, string>> BeginAskAsync(HttpClient visitor, string text, string age = "16", string gender = "Girl", string topic = "vet-ikke", string language = "")
        {
            var fields = (await visitor.VisitAsync(language + AskPath)).Form(language + AskPath);
            app.Clock.Advance(Writing);
            return new(fields) { ["Tekst"] = text, ["Alder"] = age, ["Kjonn"] = gender, ["Tema"] = topic, ["Lest"] = "true", ["Sett"] = "true" };
        }

        /// <summary>A new visitor who has typed the code.</summary>
        public async Task<HttpClient> OpenAsync(string code, string language = "")
        {
            var visitor = app.CreateVisitor();
            var opened = await visitor.CheckAsync(code, language);
            return opened.Response.Headers.Location?.OriginalString == language + ThreadPath ? visitor : throw new InvalidOperationException($"The code opened nothing: {opened.Status}");
        }

        /// <summary>The thread's page as somebody reads it who types the code now.</summary>
        public async Task<HtmlPage> ReadAsync(string code, string language = "")
        {
            using var visitor = await app.OpenAsync(code, language);
            return await visitor.VisitAsync(language + ThreadPath);
        }

        /// <summary>The number of the code's thread; null when there is none.</summary>
        public Task<Guid?> ThreadOfAsync(string code)
        {
            var hash = app.Services.GetRequiredService<CodeHashing>().HashOf(AnswerCode.Parse(code));
            return app.InDatabaseAsync(db => db.QuestionThreads.Where(thread => thread.CodeHash == hash).Select(thread => (Guid?)thread.Id).FirstOrDefaultAsync());
        }

        /// <summary>Works on the code's thread as the desk does, and saves.</summary>
        public async Task InThreadAsync(string code, Action<ThreadAtWork> work)
        {
            var id = await app.ThreadOfAsync(code);
            var sealer = app.Services.GetRequiredService<Sealer>();
            await app.InDatabaseAsync(async db =>
            {
                var thread = await db.QuestionThreads.Include(one => one.Questions).ThenInclude(one => one.Topics).Include(one => one.Questions).ThenInclude(one => one.Answer).AsSplitQuery().SingleAsync(one => one.Id == id);
                using var texts = new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key));
                work(new(thread, thread.Questions.OrderBy(question => question.Number).Last(), texts, db, db.Time.GetUtcNow().UtcDateTime));
                return await db.SaveChangesAsync();
            });
        }

        /// <summary>Triages the code's newest question and gives it to the expert.</summary>
        public Task ClaimAsync(string code, string role = "helsesykepleier") => app.InThreadAsync(code, work => work.Claim(role));

        /// <summary>Answers the code's newest question.</summary>
        public Task AnswerAsync(string code, AnswerContent? content = null, string role = "helsesykepleier") => app.InThreadAsync(code, work =>
        {
            work.Claim(role);
            work.Question.Write(work.Texts.SealContent(work.Question.Id, content ?? new AnswerContent { Brief = "Det går bra." }), Expert, work.Now);
            work.Question.Submit(Expert, null, work.Now);
            work.Thread.NoteAnswer(work.Now);
        });
    }

    extension(PortalApp app)
    {
        /// <summary>An answered question that may become public. Returns its id and its code.</summary>
        public async Task<(Guid Id, string Code)> ReleasableAsync(string text, string topic = Topic)
        {
            var code = await app.AskAsync(text, topic: topic);
            await app.AnswerAsync(code, new AnswerContent { Greeting = "Hei, og takk for at du spør.", Brief = "Det går helt fint.", Explanation = string.Concat(Enumerable.Repeat("Kroppen tåler mer enn vi tror. ", 20)), DoNow = "Snakk med helsesykepleieren.", Closing = "Ha det godt!" });
            var thread = await app.ThreadOfAsync(code);
            var id = await app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync());
            await app.ChangeAsync(id, question => question.OfferForPublishing());
            return (id, code);
        }

        /// <summary>Makes the public copy of an answered question as an editor does on the page. Returns its number.</summary>
        public async Task<int> PublicCopyAsync(Guid id, string title)
        {
            using var editor = await app.SignInAsAsync(StaffRole.Editor);
            var page = await editor.FillInAsync(
                $"/admin/sporsmal/publisering/{id}", null, ("Tittel", title), ("Tema", Topic), ("Navn", "true"), ("Sted", "true"), ("Dato", "true"), ("Diagnose", "true"), ("Brukernavn", "true"), ("Trygt", "true"), ("Sett", "true"), ("Steg", "publiser"));
            await app.DeliverOutboxAsync();
            return (await app.QuestionAsync(id)).PublicId ?? throw new InvalidOperationException($"It did not become public: {page.TextOf(".error-summary")}");
        }
    }

    extension(HttpClient visitor)
    {
        /// <summary>Gets a page with the visitor's cookies.</summary>
        public async Task<HtmlPage> VisitAsync(string path) => await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(path, UriKind.Relative)));

        /// <summary>Sends the fields as they are.</summary>
        public async Task<HtmlPage> PostFormAsync(string path, IReadOnlyDictionary<string, string> fields)
        {
            using var content = new FormUrlEncodedContent(fields);
            return await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri(path, UriKind.Relative), content));
        }

        /// <summary>Types a code.</summary>
        public async Task<HtmlPage> CheckAsync(string code, string language = "")
        {
            var fields = (await visitor.VisitAsync(language + CheckPath)).Form(language + CheckPath);
            return await visitor.PostFormAsync(language + CheckPath, new Dictionary<string, string>(fields) { ["Kode"] = code });
        }

        /// <summary>Fills in and sends one of the forms of the thread that the visitor has opened.</summary>
        public Task<HtmlPage> DoAsync(string handler, params (string Name, string? Value)[] fields) => visitor.FillInAsync(ThreadPath, $"{ThreadPath}/{handler}", fields);
    }

    extension(HtmlPage page)
    {
        /// <summary>The code that a receipt shows; empty when it shows none.</summary>
        public string CodeShown => string.Join('-', page.TextsOf("#koden .code__word"));
    }

    /// <summary>A thread while the desk has it in hand.</summary>
    public sealed record ThreadAtWork(QuestionThread Thread, Question Question, ThreadTexts Texts, PortalDbContext Db, DateTime Now)
    {
        /// <summary>Triages what is new and gives it to the expert.</summary>
        public void Claim(string role = "helsesykepleier")
        {
            if (Question.State == QuestionState.Received)
            {
                Question.Triage(Question.Severity, [Thread.Topic ?? Topic], Expert, Now);
                Question.QueueFor(role);
            }

            Question.Claim(Expert, Now);
        }
    }
}
