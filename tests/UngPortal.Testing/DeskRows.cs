using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Codes;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Sealing;

namespace UngPortal.Testing;

/// <summary>Invented questions and experts for tests of the desk, made with the site's own verbs.</summary>
public static class DeskRows
{
    /// <summary>A question that no detector finds hard.</summary>
    public const string Harmless = "Hvor mange timer bør man sove når man er fjorten år?";

    /// <summary>The role that questions are queued for unless a test says otherwise.</summary>
    public const string Nurse = "helsesykepleier";

    extension(PortalApp app)
    {
        /// <summary>A question as it comes in. Returns its id.</summary>
        public async Task<Guid> AskedAsync(string text = Harmless, int age = 15, string? topic = "sovn", string language = "nb", bool mayPublish = true)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var form = new FormKey(RandomNumberGenerator.GetBytes(16), app.Clock.GetUtcNow().UtcDateTime);
            var thread = await scope.ServiceProvider.GetRequiredService<QuestionInbox>().AskAsync(form, new AskerFacts(language, age, AskerGender.NotSaid, topic, mayPublish), text, CancellationToken.None);
            return await app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync());
        }

        /// <summary>A question that waits in a role's queue. Returns its id.</summary>
        public async Task<Guid> QueuedAsync(Severity severity = Severity.Green, string role = Nurse, string text = Harmless, int age = 15, string topic = "sovn", string language = "nb", bool mayPublish = true)
        {
            var id = await app.AskedAsync(text, age, topic, language, mayPublish);
            await app.InDatabaseAsync(async db =>
            {
                var question = await db.Questions.Include(one => one.Topics).SingleAsync(one => one.Id == id);
                question.Triage(severity, [topic], 1, db.Time.GetUtcNow().UtcDateTime);
                question.QueueFor(role);
                return await db.SaveChangesAsync();
            });
            return id;
        }

        /// <summary>A question that the person has in hand, with a draft. Returns its id.</summary>
        public async Task<Guid> ClaimedAsync(int staffId, string text = Harmless)
        {
            var id = await app.QueuedAsync(text: text);
            await app.InDatabaseAsync(async db =>
            {
                var thread = await db.QuestionThreads.Include(one => one.Questions).SingleAsync(one => one.Questions.Any(question => question.Id == id));
                using var texts = new ThreadTexts(app.Services.GetRequiredService<Sealer>().Open(QuestionThread.SealKind, thread.SealId, thread.Key));
                var now = db.Time.GetUtcNow().UtcDateTime;
                thread.Questions[0].Claim(staffId, now);
                thread.Questions[0].Write(texts.SealContent(id, new AnswerContent { Greeting = text, Brief = text, Explanation = text, DoNow = text, Closing = text }), staffId, now);
                return await db.SaveChangesAsync();
            });
            return id;
        }

        /// <summary>An answer of the person's that waits for a second reader. Returns the question's id.</summary>
        public async Task<Guid> InReviewAsync(int authorId, string text = Harmless)
        {
            var id = await app.ClaimedAsync(authorId, text);
            await app.ChangeAsync(id, question => question.Submit(authorId, ReviewReason.Sample, app.Clock.GetUtcNow().UtcDateTime));
            return id;
        }

        /// <summary>An answered question that may become public. Returns its id.</summary>
        public async Task<Guid> ToPublishAsync(int authorId, string text = Harmless)
        {
            var id = await app.InReviewAsync(authorId, text);
            await app.ChangeAsync(id, question =>
            {
                question.Approve(authorId + 1, app.Clock.GetUtcNow().UtcDateTime);
                question.OfferForPublishing();
            });
            return id;
        }

        /// <summary>A public copy of an answered question. Returns its number.</summary>
        public async Task<int> PublicAsync(int authorId, string text = Harmless)
        {
            var id = await app.ToPublishAsync(authorId, text);
            await using var scope = app.Services.CreateAsyncScope();
            var by = new StaffIdentity { Id = authorId, Name = $"Person {authorId}", SessionId = 0, ConfirmedAt = app.Clock.GetUtcNow().UtcDateTime, Seats = [] };
            var today = OsloTime.DayOf(app.Clock.GetUtcNow().UtcDateTime);
            var topic = await app.InDatabaseAsync(db => db.Set<Topic>().OrderBy(one => one.Id).Select(one => one.Slug).FirstAsync());
            var draft = new AnswerDraft
            {
                Origin = AnswerOrigin.Asked,
                Language = "nb",
                Title = text[..Math.Min(PublishedAnswer.TitleMaxLength, text.Length)],
                Question = text,
                Answer = new AnswerSections(text, text, text, text, text),
                Role = Nurse,
                Topics = [topic],
                Age = new AgeBand(13, 15),
                AskedAt = today,
                AnsweredAt = today,
            };
            var answer = await scope.ServiceProvider.GetRequiredService<AnswerPublishing>().PublishAsync(draft, by, _ => { }, CancellationToken.None);
            await app.ChangeAsync(id, question => question.Publish(answer.PublicId));
            await app.DeliverOutboxAsync();
            return answer.PublicId;
        }

        /// <summary>A closing period of the month to come, with a text. Returns its number.</summary>
        public Task<int> ClosingAsync(string text = "Vi har ferie.") => app.InDatabaseAsync(async db =>
        {
            var from = db.Time.GetUtcNow().UtcDateTime.AddDays(30);
            var period = db.ClosingPeriods.Add(ClosingPeriod.Between(from, from.AddDays(7), new LocalizedText([new("nb", text), new("nn", text), new("en", text)]))).Entity;
            await db.SaveChangesAsync();
            return period.Id;
        });

        /// <summary>A text block that an editor wrote, in a place of its own. Returns its number.</summary>
        public Task<int> SnippetAsync(string text = "Takk for at du spør.", string role = Nurse, string language = "nb", SnippetSection section = SnippetSection.Hilsen, int days = 300, string? title = null) => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var snippet = db.Snippets.Add(new Snippet { Role = role, Language = language, Section = section }).Entity;
            snippet.Change(title ?? $"{await db.Snippets.CountAsync()} {text}"[..Math.Min(60, text.Length + 2)], text[..Math.Min(Snippet.TextMaxLength, text.Length)], OsloTime.DayOf(now).AddDays(days), now);
            await db.SaveChangesAsync();
            return snippet.Id;
        });

        /// <summary>A person who answers, with a profile. Returns the person's number.</summary>
        public async Task<int> ExpertAsync(StaffRole role = StaffRole.Expert, bool isNew = false, bool takesHard = true, int capacity = 0, params string[] roles)
        {
            var id = await app.HireAsync(StaffVisits.OwnHouse, role);
            await app.InDatabaseAsync(async db =>
            {
                var expert = db.Experts.Add(new Expert { StaffId = id }).Entity;
                expert.Describe(roles.Length == 0 ? [Nurse] : roles, ["nb"], capacity, takesHard);
                for (var answered = 0; answered < (isNew ? 0 : Expert.ReadByASecond); answered++)
                {
                    expert.NoteAnswer();
                }

                return await db.SaveChangesAsync();
            });
            return id;
        }

        /// <summary>Takes the next question for a person, as the button does.</summary>
        public async Task<(QuestionQueue.Outcome Outcome, Guid? Id)> TakeNextAsync(int staffId, StaffRole role = StaffRole.Expert, bool breakIsNoted = false)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var person = new StaffIdentity { Id = staffId, Name = $"Person {staffId}", SessionId = 0, ConfirmedAt = app.Clock.GetUtcNow().UtcDateTime, Seats = [new StaffIdentity.Seat(1, role)] };
            return await scope.ServiceProvider.GetRequiredService<QuestionQueue>().TakeNextAsync(person, breakIsNoted, CancellationToken.None);
        }

        /// <summary>The question as it is stored.</summary>
        public Task<Question> QuestionAsync(Guid id) => app.InDatabaseAsync(db => db.Questions.AsNoTracking().Include(question => question.Topics).Include(question => question.Answer).SingleAsync(question => question.Id == id));

        /// <summary>Lets a question be answered together with another.</summary>
        public Task<int> JoinAsync(Guid id, Guid headId) => app.InDatabaseAsync(async db =>
        {
            var head = await db.QuestionsTogether.SingleAsync(one => one.Id == headId);
            (await db.QuestionsTogether.SingleAsync(one => one.Id == id)).Join(head, redIsChosen: true, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        /// <summary>Changes a question with one of its verbs.</summary>
        public Task<int> ChangeAsync(Guid id, Action<Question> verb) => app.InDatabaseAsync(async db =>
        {
            verb(await db.Questions.Include(question => question.Topics).Include(question => question.Answer).SingleAsync(question => question.Id == id));
            return await db.SaveChangesAsync();
        });
    }
}
