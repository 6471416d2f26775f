using UngPortal.Features.Experts;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <content>Several questions that one answer is written for: one is the head, the others have joined it. Each keeps its own code, texts and time.</content>
public sealed partial class Question
{
    /// <summary>More than this nobody answers well in one text.</summary>
    public const int MostJoined = 5;

    private readonly List<Question> _joined = [];

    /// <summary>The question that this one is answered together with, or was; null for all that are answered by themselves.</summary>
    public Guid? HeadId { get; private set; }

    public Question? Head { get; private set; }

    /// <summary>How many have joined this one. It is counted apart from <see cref="Joined"/>, so that a step that would forget them can't be taken.</summary>
    public int JoinedCount { get; private set; }

    public IReadOnlyList<Question> Joined => _joined;

    /// <summary>Whether as many were read as are counted. Where two reads have made what is known of it, somebody may have joined it or parted from it between them.</summary>
    public bool IsWhole => _joined.Count == JoinedCount && Head?.IsWhole != false;

    /// <summary>How hard it is by itself; with others joined to it, <see cref="Severity"/> is that of the hardest.</summary>
    public Severity OwnSeverity { get; private set; }

    /// <summary>Whether nobody has begun to answer it, nor holds it.</summary>
    private bool IsUntouched => State is QuestionState.Received or QuestionState.Triaged or QuestionState.Queued or QuestionState.Rerouted;

    /// <summary>Whether it may be answered together with the other. What is Red waits for nothing that is not; a follow-up belongs to its own thread; there are no chains.</summary>
    /// <remarks>Young answerers get light questions on few topics, so nothing joins theirs.</remarks>
    public bool MayJoin(Question head, Severity severity) => head.Id != Id && IsUntouched && head.IsUntouched && JoinedCount == 0 && head.JoinedCount < MostJoined && head.Role != AnsweringRole.YouthKey
        && Number == 0 && head.Number == 0 && Language == head.Language && (severity != Severity.Red || head.Severity == Severity.Red);

    /// <summary>To be answered with the head's answer. Two Red ones only where somebody chose just that.</summary>
    public void Join(Question head, bool redIsChosen, DateTime now)
    {
        if (!MayJoin(head, Severity) || (Severity == Severity.Red && !redIsChosen))
        {
            throw new InvalidOperationException($"A question that is {State} and {Severity} can't join one that is {head.State} and {head.Severity}.");
        }

        head.RequireJoinedRead();
        NoteSeen(now);
        (State, HeadId, Head) = (QuestionState.Joined, head.Id, head);
        head._joined.Add(this);
        head.JoinedCount++;
        var told = head.Told > Told ? Told : head.Told; // What waits from now on is told of anew.
        head.Weigh(head.OwnSeverity);
        head.Told = told;
    }

    /// <summary>To be answered by itself after all.</summary>
    public void Part()
    {
        Require(QuestionState.Joined);
        var head = Head ?? throw new InvalidOperationException("The question that it has joined must be read too.");
        head.RequireJoinedRead();
        head._joined.Remove(this);
        head.JoinedCount--;
        GoBack();
        head.Weigh(head.OwnSeverity);
    }

    /// <summary>Gets its own copy of the head's answer, sealed for its own asker, whom only it is for: the copy that may become public is made of the head.</summary>
    public void AnswerWith(Question head, byte[] sealedContent, DateTime now)
    {
        Require(QuestionState.Joined);
        if (HeadId != head.Id || !head.IsReadable)
        {
            throw new InvalidOperationException("There is no answer to the head yet.");
        }

        Answer ??= new QuestionAnswer { QuestionId = Id };
        Answer.Follow(head.Answer!, sealedContent);
        (Role, TriagedAt, TriagedById) = (head.Role, TriagedAt ?? head.TriagedAt, TriagedById ?? head.TriagedById);
        if (_topics.Count == 0)
        {
            _topics.AddRange(head.Topics.Select(link => new QuestionTopic { Topic = link.Topic }));
        }

        GiveAnswer(now);
        KeepPrivate();
    }

    /// <summary>It will not be answered now: those that joined it wait by themselves again, and it leaves the one that it has joined.</summary>
    private void LeaveOthers()
    {
        if (State == QuestionState.Joined)
        {
            Part();
        }

        RequireJoinedRead();
        if (JoinedCount > 0)
        {
            _joined.ForEach(one => one.GoBack());
            _joined.Clear();
            JoinedCount = 0;
            Weigh(OwnSeverity);
        }
    }

    /// <summary>Back to where it waited; it has waited since it was asked.</summary>
    private void GoBack() => (State, HeadId, Head) = (Role is not null ? QuestionState.Queued : TriagedAt is null ? QuestionState.Received : QuestionState.Rerouted, null, null);

    private void Weigh(Severity own)
    {
        RequireJoinedRead();
        var before = Severity;
        OwnSeverity = own;
        Severity = _joined.Select(one => one.Severity).Append(own).Max();
        DueAt = _joined.Select(one => one.DueAt).Append(CountedFrom + QuestionTargets.Of(Severity).Answer).Min();
        Urgency = QuestionTargets.UrgencyOf(Severity, _joined.Select(one => one.Age).Append(Age).Min());
        Told = Severity > before ? AlertStage.None : Told; // What was told of it was of something easier.
    }

    private void RequireJoinedRead() => _ = _joined.Count == JoinedCount ? JoinedCount : throw new InvalidOperationException("Those that joined the question must be read too.");
}
