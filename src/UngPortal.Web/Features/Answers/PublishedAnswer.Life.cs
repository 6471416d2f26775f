using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <content>What may happen to it.</content>
public sealed partial class PublishedAnswer
{
    public static PublishedAnswer Publish(AnswerCopy copy, int publicId, DateTime now, string? shippedAs = null)
    {
        var answer = new PublishedAnswer { PublicId = publicId, Origin = copy.Draft.Origin, Language = copy.Draft.Language, PublishedAt = now, ShippedAs = shippedAs };
        answer.Write(copy, now);
        answer.ReviewedAt = copy.Draft.AnsweredAt;
        return answer;
    }

    /// <summary>Says it better, and to readers that it was changed. It is no review: who mends a word has not said that the rest still holds.</summary>
    public void Correct(AnswerCopy copy, string note, DateTime now)
    {
        RequireLive();
        Write(copy, now);
        (CorrectedAt, Correction) = (now, note);
    }

    /// <summary>Takes the text that a new edition of the shipped file has: nobody has seen it as theirs, so nothing is said of it.</summary>
    public void Rewrite(AnswerCopy copy, DateTime now)
    {
        RequireLive();
        Write(copy, now);
        ReviewedAt = copy.Draft.AnsweredAt;
    }

    /// <summary>Takes it off the site: its address then answers 410.</summary>
    public void TakeDown(string reason, DateTime now)
    {
        RequireLive();
        (TakenDownAt, TakenDownFor, ChangedAt, ClusterId) = (now, reason, now, null);
        Place();
    }

    /// <summary>A professional has read it again and it still holds.</summary>
    public void ConfirmStillRight(DateTime now)
    {
        RequireLive();
        ReviewedAt = OsloTime.DayOf(now);
    }

    /// <summary>Steps behind a near duplicate, or back into the lists.</summary>
    public void StandBehind(int? shownPublicId)
    {
        RequireLive();
        ClusterId = shownPublicId == PublicId ? null : shownPublicId;
        Place();
    }

    private void Write(AnswerCopy copy, DateTime now)
    {
        var draft = copy.Draft;
        if (copy.Topics.Count is 0 or > MostTopics || draft.Title.Length is 0 or > TitleMaxLength || draft.Question.Length is 0 or > QuestionMaxLength || draft.Answer.All().Any(string.IsNullOrWhiteSpace))
        {
            throw new InvalidOperationException("A published answer has a title, a question, all its sections and one to four topics.");
        }

        (Title, Slug, Question, Answer, Html) = (draft.Title, Kernel.Slug.From(draft.Title) is { Length: > 0 } slug ? slug : "svar", draft.Question, draft.Answer, copy.Html);
        (Role, AgeFrom, AgeTo, Gender, Sensitivity, MayBePopular) = (draft.Role, draft.Age.From, draft.Age.To, draft.Gender, draft.Sensitivity, copy.MayBePopular);
        (AskedAt, AnsweredAt, Facts, ChangedAt) = (draft.AskedAt, draft.AnsweredAt, draft.Facts, now);
        Place(copy);
    }

    private void Place(AnswerCopy copy)
    {
        var wanted = copy.Topics.Select((id, at) => (Id: id, Position: at + 1)).Concat(copy.Above.Append(AnswerPlace.Everywhere).Select(id => (Id: id, Position: 0))).DistinctBy(place => place.Id).ToList();
        _places.RemoveAll(place => !wanted.Exists(one => one.Id == place.TopicId));
        foreach (var (id, position) in wanted)
        {
            if (_places.Find(place => place.TopicId == id) is not { } place)
            {
                _places.Add(place = new AnswerPlace { TopicId = id });
            }

            place.Stand(position);
        }

        Place();
    }

    private void Place() => _places.ForEach(place => place.Follow(this));

    private void RequireLive()
    {
        if (TakenDownAt is not null)
        {
            throw new InvalidOperationException("The answer is taken down.");
        }
    }
}
