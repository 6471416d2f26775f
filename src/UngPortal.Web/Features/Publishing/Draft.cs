using UngPortal.Features.Publications;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing;

/// <summary>A text on its way: something new, or a new revision of what is live. The live one stays until the swap. Source: product/content.md, "Workflow".</summary>
public sealed class Draft
{
    public const int ReasonMaxLength = 500;

    private readonly List<DraftRevision> _revisions = [];

    public int Id { get; private set; }

    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    /// <summary>What it will replace; null for something new.</summary>
    public int? PublicationId { get; private set; }

    public required int OrganisationId { get; init; }

    public DraftState State { get; private set; } = DraftState.Draft;

    public DraftContent Content { get; private set; } = new();

    /// <summary>Everyone who has written in it: none of them approves it.</summary>
    public int[] AuthorIds { get; private set; } = [];

    public int? EditorId { get; private set; }

    public int? ProfessionalId { get; private set; }

    public int? SafeguardingId { get; private set; }

    /// <summary>When it goes out, UTC.</summary>
    public DateTime? ScheduledFor { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime ChangedAt { get; private set; }

    public int ChangedById { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<DraftRevision> Revisions => _revisions;

    /// <summary>The number of the newest revision; 0 before the first.</summary>
    public int LatestRevision { get; private set; }

    /// <summary>The title in bokmål, beside the content for lists and search.</summary>
    public string Title { get; private set; } = "";

    public bool IsOpen => State is not (DraftState.Published or DraftState.Discarded);
    public bool NeedsSafeguarding => Content.Sensitivity == Sensitivity.Crisis;

    public static Draft Begin(PublicationKind kind, string slug, int organisationId, DraftContent content, StaffIdentity author, DateTime now, int? publicationId = null)
    {
        var draft = new Draft { Kind = kind, Slug = slug, OrganisationId = organisationId, CreatedAt = now, PublicationId = publicationId };
        draft.Put(content, author, now);
        draft.KeepRevision(author, now, "");
        return draft;
    }

    /// <summary>Writes in it; only while it is a draft, so that nobody changes what others are reading.</summary>
    public void Write(DraftContent content, StaffIdentity author, DateTime now)
    {
        Require(DraftState.Draft);
        Put(content, author, now);
    }

    /// <summary>Keeps the content as it is now, to be compared and restored later.</summary>
    public void KeepRevision(StaffIdentity by, DateTime now, string note) =>
        _revisions.Add(new DraftRevision { Number = ++LatestRevision, Content = Content, At = now, ById = by.Id, Note = note });

    /// <summary>Keeps the content as its last author left it.</summary>
    public void KeepAsLeft() => _revisions.Add(new DraftRevision { Number = ++LatestRevision, Content = Content, At = ChangedAt, ById = ChangedById, Note = "" });

    /// <summary>Makes an old revision the newest.</summary>
    public void Restore(DraftRevision revision, StaffIdentity by, DateTime now)
    {
        Write(revision.Content, by, now);
        KeepRevision(by, now, $"← {revision.Number}");
    }

    public void Submit(StaffIdentity by, DateTime now)
    {
        Require(DraftState.Draft);
        State = DraftState.InEditorialReview;
        KeepRevision(by, now, "");
    }

    public void ApproveAsEditor(StaffIdentity by)
    {
        Require(DraftState.InEditorialReview);
        RequireOther(by);
        (State, EditorId) = (DraftState.InProfessionalReview, by.Id);
    }

    public void ApproveAsProfessional(StaffIdentity by)
    {
        Require(DraftState.InProfessionalReview);
        RequireOther(by, EditorId, SafeguardingId);
        ProfessionalId = by.Id;
        ApproveWhenComplete();
    }

    public void ApproveAsSafeguarding(StaffIdentity by)
    {
        Require(DraftState.InProfessionalReview);
        RequireOther(by, EditorId, ProfessionalId);
        SafeguardingId = NeedsSafeguarding && SafeguardingId is null ? by.Id : throw new InvalidOperationException("A safeguarding officer has nothing to approve here.");
        ApproveWhenComplete();
    }

    /// <summary>Back to its authors, with what to mend; all approvals fall away.</summary>
    public void SendBack()
    {
        if (State is not (DraftState.InEditorialReview or DraftState.InProfessionalReview or DraftState.Approved or DraftState.Scheduled))
        {
            throw new InvalidOperationException($"A text that is {State} can't be sent back.");
        }

        EditorId = ProfessionalId = SafeguardingId = null;
        (State, ScheduledFor) = (DraftState.Draft, null);
    }

    public void Schedule(DateTime at, DateTime now)
    {
        Require(DraftState.Approved);
        ScheduledFor = at > now ? at : throw new InvalidOperationException("A text is scheduled for a later moment.");
        State = DraftState.Scheduled;
    }

    public void Unschedule()
    {
        Require(DraftState.Scheduled);
        (State, ScheduledFor) = (DraftState.Approved, null);
    }

    /// <summary>The swap is done: this draft is what is live now.</summary>
    public void BecomeLive(int publicationId)
    {
        PublicationId = State is DraftState.Approved or DraftState.Scheduled ? publicationId : throw new InvalidOperationException($"A text that is {State} can't be published.");
        State = DraftState.Published;
    }

    public void Discard() => State = IsOpen ? DraftState.Discarded : throw new InvalidOperationException("The draft is closed already.");

    private void Put(DraftContent content, StaffIdentity author, DateTime now)
    {
        Content = content;
        Title = content.In("nb").Title;
        AuthorIds = AuthorIds.Contains(author.Id) ? AuthorIds : [.. AuthorIds, author.Id];
        ChangedAt = now;
        ChangedById = author.Id;
    }

    private void ApproveWhenComplete()
    {
        State = ProfessionalId is not null && (!NeedsSafeguarding || SafeguardingId is not null) ? DraftState.Approved : State;
    }

    private void Require(DraftState state) => _ = State == state ? state : throw new InvalidOperationException($"A text that is {State} can't do this; it must be {state}.");

    private void RequireOther(StaffIdentity by, params ReadOnlySpan<int?> alsoNot)
    {
        if (AuthorIds.Contains(by.Id) || alsoNot.Contains(by.Id))
        {
            throw new InvalidOperationException("Nobody approves the own text, nor twice.");
        }
    }
}
