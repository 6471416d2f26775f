using Microsoft.AspNetCore.SignalR;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Live;

/// <summary>Tells open desk pages that something moved, never what it says: the page fetches itself anew. Nothing can be called here.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class DeskHub(QuestionDesk desk, DeskConnections connections) : Hub
{
    public const string Path = "/admin/sporsmal/live";

    /// <summary>The query that names the question a page shows.</summary>
    public const string QuestionQuery = "sporsmal";

    /// <summary>The one message: a kind and, for one question, its id; else null.</summary>
    public const string Changed = "changed";
    public const string DeskKind = "desk";
    public const string QuestionKind = "question";

    /// <summary>Said once a page is heard: what it reads from then on misses nothing.</summary>
    public const string JoinedKind = "joined";

    public static string GroupOf(Guid question) => $"{question:N}";

    public override async Task OnConnectedAsync()
    {
        if (StaffIdentity.Of(Context.User!) is not { } person || !connections.TryAdd(Context, person))
        {
            Context.Abort();
            return;
        }

        try
        {
            await HearAsync(person);
        }
        catch
        {
            // Nobody is told of the end of what did not begin.
            connections.Remove(Context.ConnectionId);
            throw;
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    private async Task HearAsync(StaffIdentity person)
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, DeskKind, Context.ConnectionAborted);
        if (Guid.TryParse(Context.GetHttpContext()?.Request.Query[QuestionQuery], out var question) && await desk.MayReadAsync(question, person, Context.ConnectionAborted))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(question), Context.ConnectionAborted);
        }

        await Clients.Caller.SendAsync(Changed, JoinedKind, null, Context.ConnectionAborted);
    }
}
