using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Answers;

/// <summary>The message that a published answer has changed: pages are evicted and the index is updated on every node.</summary>
public static class AnswerChanged
{
    public const string Kind = "answer-changed";

    extension(PortalDbContext db)
    {
        /// <summary>Announces a change of an answer to all nodes, in the change that is about to be saved.</summary>
        public void AnnounceAnswer(PublishedAnswer answer) => db.Announce(Kind, answer.Key);
    }
}
