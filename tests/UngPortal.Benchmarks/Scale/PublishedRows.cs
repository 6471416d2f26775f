using System.Text.Json;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Published answers with their places in the lists: for the whole library, their own topics and those above.</summary>
internal sealed class PublishedRows(BulkLoad load, MadeUpPeople people, MadeUpTexts texts, Random random, TopicTree tree, DateTime now) : IDisposable
{
    private const int LowestId = 100_000;
    private static readonly string NoFacts = JsonSerializer.Serialize(AnswerFacts.Empty, JsonColumn.Options);

    private readonly BulkTable _answers = new(
        load.Connection, "PublishedAnswers", "Id", "PublicId", "Origin", "Language", "Slug", "Title", "Question", "Answer", "Html", "Role", "AgeFrom", "AgeTo", "Gender", "Sensitivity", "MayBePopular", "AskedAt", "AnsweredAt", "Facts",
        "PublishedAt", "ChangedAt", "ReviewedAt", "TakenDownAt", "TakenDownFor", "ClusterId", "Reads", "HelpedYes", "HelpedNo", "Version");

    private readonly BulkTable _places = new(load.Connection, "AnswerPlaces", "AnswerId", "TopicId", "Position", "IsListed", "MayBePopular", "AnsweredAt", "Reads", "AgeFrom", "AgeTo", "Gender", "Role");
    private int _lastShown;

    public void Add(int id, int number, DateTime answeredAt)
    {
        var (language, topics) = (people.Language(), people.Topics());
        var (publicId, age, reads) = (LowestId + number, people.Age(), (int)(20 / (0.001 + random.NextDouble())));
        var sensitivity = random.Next(200) switch { 0 => Sensitivity.Crisis, < 20 => Sensitivity.Sensitive, _ => Sensitivity.None };
        var (from, to) = sensitivity == Sensitivity.None ? (age, age) : age <= 15 ? (13, 15) : age <= 17 ? (16, 17) : (18, 20);
        var isGone = random.Next(200) == 0;
        int? cluster = !isGone && random.Next(100) < 8 && _lastShown > 0 ? _lastShown : null;
        _lastShown = cluster is null && !isGone ? publicId : _lastShown;
        var (isListed, mayBePopular) = (cluster is null && !isGone, sensitivity != Sensitivity.Crisis);
        var text = texts.About(language);
        var (day, title, sections) = (DateOnly.FromDateTime(answeredAt), text.Title(), text.Sections());
        var (gender, role) = (people.Gender(), people.RoleFor(topics[0]));
        _answers.Add(
            id, publicId, AnswerOrigin.Asked, language, Slug.From(title) is { Length: > 0 } slug ? slug : "svar", title, text.Question(), JsonSerializer.Serialize(sections, JsonColumn.Options),
            JsonSerializer.Serialize(sections.Select(section => $"<p>{System.Net.WebUtility.HtmlEncode(section)}</p>"), JsonColumn.Options), role, from, to, gender, sensitivity, mayBePopular, day.AddDays(-1), day, NoFacts,
            answeredAt, answeredAt, random.Next(3) == 0 ? DateOnly.FromDateTime(now).AddDays(-random.Next(365)) : day, isGone ? answeredAt : null, isGone ? "prøve" : null, cluster, reads, reads / 50, reads / 200, 0);
        var own = topics.Select((topic, at) => (topic.Id, Position: at + 1));
        foreach (var (topic, position) in own.Concat(topics.SelectMany(tree.PathOf).Select(topic => (topic.Id, Position: 0))).Append((Id: AnswerPlace.Everywhere, Position: 0)).DistinctBy(place => place.Item1))
        {
            _places.Add(id, topic, position, isListed ? 1 : 0, isListed && mayBePopular ? 1 : 0, day, reads, from, to, gender, role);
        }
    }

    public void Dispose()
    {
        _answers.Dispose();
        _places.Dispose();
    }
}
