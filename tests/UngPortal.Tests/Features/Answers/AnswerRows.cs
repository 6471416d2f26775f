using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>Invented answers for tests, published as the desk would.</summary>
internal static class AnswerRows
{
    /// <summary>One that holds; a test changes what it is about.</summary>
    public static AnswerDraft Draft(string title = "Kan kvitrevinger bo på pulten?", string question = "Hei, jeg lurer på om kvitrevinger kan bo på pulten min hele vinteren.") => new()
    {
        Origin = AnswerOrigin.Asked,
        Language = "nb",
        Title = title,
        Question = question,
        Answer = new AnswerSections("Hei, og takk for at du spør!", "Ja, det kan de.", "Kvitrevinger liker **pulter**.", "- Gi dem litt vann.\n- Snakk rolig.", "Lykke til!"),
        Role = "helsesykepleier",
        Topics = ["sovn"],
        Age = new AgeBand(14, 14),
        Gender = AskerGender.Girl,
        AskedAt = new DateOnly(2026, 11, 20),
        AnsweredAt = new DateOnly(2026, 11, 21),
        Facts = new AnswerFacts
        {
            Related = ["lekser-som-faktisk-gar"],
            Services = ["alarmtelefonen-for-barn-og-unge"],
            Sources = [new PublicationFacts.Source("Dyr", "Helsenorge", "https://www.helsenorge.no/")],
        },
    };

    extension(PortalApp app)
    {
        public Task<PublishedAnswer> PublishAsync(AnswerDraft draft) => app.WithPublishingAsync((publishing, by) => publishing.PublishAsync(draft, by, _ => { }, CancellationToken.None));

        /// <summary>Does something as a person of the staff, and lets all nodes hear of it.</summary>
        public async Task<T> WithPublishingAsync<T>(Func<AnswerPublishing, StaffIdentity, Task<T>> work)
        {
            app.Services.WaitForSearchIndex();
            var id = await app.HireAsync(roles: StaffRole.Editor);
            await using var scope = app.Services.CreateAsyncScope();
            var by = new StaffIdentity { Id = id, Name = "Kari Prøve", SessionId = 0, ConfirmedAt = app.Clock.GetUtcNow().UtcDateTime, Seats = [] };
            var done = await work(scope.ServiceProvider.GetRequiredService<AnswerPublishing>(), by);
            await app.DeliverOutboxAsync();
            return done;
        }
    }
}
