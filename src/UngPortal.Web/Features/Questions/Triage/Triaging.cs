using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Triage;

/// <summary>Finds the next question to sort and what it seems to be; an editor confirms. Source: product/questions.md, "Triage".</summary>
public sealed class Triaging(PortalDbContext db, QuestionDesk desk, EarlierAnswers earlier, RoleList roles, CatalogueCopy catalogue)
{
    private const int MostTopics = 3;
    private const int TopicDepth = 3;

    private IQueryable<Guid> InOrder => db.Questions.Where(question => question.State == QuestionState.Received || question.State == QuestionState.Triaged || question.State == QuestionState.Rerouted)
        .OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).ThenBy(question => question.Id).Select(question => question.Id);

    /// <summary>The one that a person should sort next: the most urgent, or after one that was left the one behind it; null when the pile is empty.</summary>
    public async Task<Guid?> NextAsync(Guid? left, CancellationToken cancellationToken) => Pile.Next(await InOrder.Take(Pile.Most).ToListAsync(cancellationToken), left);

    /// <summary>Whether none waits that is to be sorted before it.</summary>
    public async Task<bool> IsMostUrgentAsync(Guid id, CancellationToken cancellationToken) => await InOrder.FirstOrDefaultAsync(cancellationToken) == id;

    public Task<DeskCounts> CountsAsync(CancellationToken cancellationToken) => DeskCounts.OfAsync(db, cancellationToken);

    /// <summary>The asker's own topic, then those whose names stand in the text, or else those of public answers that are like it; and the role that fits the first of them.</summary>
    public async Task<TriageForm> SuggestAsync(OpenedQuestion opened, CancellationToken cancellationToken)
    {
        var tree = (await catalogue.ReadAsync(cancellationToken)).Topics;
        var text = opened.Text.ToLowerInvariant();
        var named = tree.All.Where(topic => topic.Depth == TopicDepth && topic.Name.Values.Any(name => text.Contains(name.ToLowerInvariant(), StringComparison.Ordinal))).Select(topic => topic.Slug);
        var own = opened.Question.Topics.Select(link => link.Topic).Concat(opened.Thread.Topic is { } chosen ? [chosen] : []);
        var topics = own.Concat(named).Distinct().Take(MostTopics).ToList();
        if (topics.Count == 0)
        {
            topics = [.. (await earlier.ToAsync(opened, cancellationToken)).SelectMany(alike => alike.Draft.Topics).Distinct().Take(MostTopics)];
        }

        return new TriageForm { Alvor = opened.Question.OwnSeverity, Tema = [.. topics], Rolle = opened.Question.Role ?? await RoleForAsync(topics, opened.IsHard, cancellationToken) };
    }

    /// <summary>Confirms severity, topics and role, and puts the question in the role's queue.</summary>
    public Task<bool> ConfirmAsync(OpenedQuestion opened, TriageForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        desk.DoAsync(
            opened.Question,
            person,
            "question-triaged",
            question =>
            {
                question.TakeBack();
                question.Triage(form.Alvor!.Value, form.Topics, person.Id, desk.Now);
                question.QueueFor(form.Rolle!);
            },
            cancellationToken,
            $"{form.Alvor} {form.Rolle}");

    /// <summary>Closes the question with the way to an answer that is public already. False when that answer is gone, or the question is too hard for it.</summary>
    public async Task<bool> LeadAsync(OpenedQuestion opened, int publicId, StaffIdentity person, CancellationToken cancellationToken) =>
        opened.Question.Severity != Severity.Red && await earlier.FindAsync(publicId, cancellationToken) is not null
        && await desk.DoAsync(opened.Question, person, "question-led", question => question.LeadTo(publicId, desk.Now), cancellationToken, $"{publicId}");

    private async Task<string?> RoleForAsync(List<string> topics, bool isHard, CancellationToken cancellationToken) =>
        (await roles.AllAsync(cancellationToken)).Where(role => role.Key != AnsweringRole.YouthKey && (!isHard || role.TakesHardCases))
            .Select(role => (role.Key, Rank: topics.Select(topic => Array.IndexOf(role.Topics, topic)).Where(at => at >= 0).Append(int.MaxValue).Min()))
            .Where(pair => pair.Rank < int.MaxValue).OrderBy(pair => pair.Rank).Select(pair => pair.Key).FirstOrDefault();
}
