using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>Saves what editors do with text blocks, each with its audit entry.</summary>
public sealed class SnippetDesk(PortalDbContext db, AuditTrail audit)
{
    private const string Subject = "snippet";

    public DateOnly Today => OsloTime.DayOf(Now);

    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>Whether the same place has another one of that title, here or in the file.</summary>
    public Task<bool> IsTakenAsync(string role, string language, SnippetSection section, string title, int exceptId, CancellationToken cancellationToken) => db.Snippets.AnyAsync(
        one => one.Id != exceptId && one.Role == role && one.Language == language && one.Section == section && (one.Title == title || one.FileTitle == title), cancellationToken);

    /// <summary>False when a colleague was first.</summary>
    public Task<bool> AddAsync(SnippetForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var snippet = db.Snippets.Add(new Snippet { Role = form.Rolle!, Language = form.Sprak!, Section = form.Del!.Value }).Entity;
        snippet.Change(form.Title, form.Text, form.Until!.Value, Now);
        return SaveAsync(snippet, person, "snippet-added", cancellationToken);
    }

    /// <inheritdoc cref="AddAsync" />
    public Task<bool> ChangeAsync(Snippet snippet, SnippetForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        snippet.Change(form.Title, form.Text, form.Until!.Value, Now);
        return SaveAsync(snippet, person, "snippet-changed", cancellationToken);
    }

    /// <summary>It is not offered any more, and stays in the list. False when a colleague was first.</summary>
    public Task<bool> RetireAsync(Snippet snippet, StaffIdentity person, CancellationToken cancellationToken)
    {
        snippet.Retire(Now);
        return SaveAsync(snippet, person, "snippet-retired", cancellationToken);
    }

    private async Task<bool> SaveAsync(Snippet snippet, StaffIdentity person, string action, CancellationToken cancellationToken)
    {
        audit.Record(person, action, Subject, $"{snippet.Role} {snippet.Language} {snippet.Section} {SnippetForm.Write(snippet.ExpiresOn)}: {snippet.Title}");
        try
        {
            return await db.TrySaveAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Snippets.AsNoTracking().Any(one => one.Id != snippet.Id && one.Role == snippet.Role && one.Language == snippet.Language && one.Section == snippet.Section && one.Title == snippet.Title))
        {
            // Two at the same moment chose the same title: the index lets one through.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
