using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Questions.Live;

/// <summary>Adds the notice of every change that the desk shows to the save that makes it: whoever changes a question, it can't be forgotten.</summary>
public sealed class QuestionWatch : SaveChangesInterceptor
{
    /// <summary>Not what an author writes, nor how long a claim lasts: nobody else sees those.</summary>
    private static readonly string[] Shown = [nameof(Question.State), nameof(Question.Severity), nameof(Question.Role), nameof(Question.ClaimedById), nameof(Question.Told), nameof(Question.JoinedCount)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Announce(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Announce(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Announce(DbContext? context)
    {
        if (context is not PortalDbContext db || db.ChangeTracker.Entries<Question>().Where(IsShown).Select(entry => $"{entry.Entity.Id:N}").ToList() is not { Count: > 0 } changed)
        {
            return;
        }

        // A save that failed and is tried again has its notices already.
        var announced = db.ChangeTracker.Entries<OutboxMessage>().Where(entry => entry.State == EntityState.Added && entry.Entity.Kind == QuestionChanged.Kind).Select(entry => entry.Entity.Key).ToHashSet(StringComparer.Ordinal);
        changed.Where(announced.Add).ToList().ForEach(key => db.Announce(QuestionChanged.Kind, key));
    }

    private static bool IsShown(EntityEntry<Question> entry) =>
        entry.State == EntityState.Added || (entry.State == EntityState.Modified && Array.Exists(Shown, name => entry.Property(name).IsModified));
}
