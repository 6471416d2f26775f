using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Features.Search;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Answers;

/// <summary>Turns published answers into what the index holds; of near duplicates only the one that is shown.</summary>
public sealed class AnswerDocuments(PortalDbContext db, IOptions<AgeBandOptions> bands) : ISearchSource
{
    public const string SearchKind = "question";

    private const int Batch = 500;

    public string Changes => AnswerChanged.Kind;

    public static int PublicIdOf(string key) => int.Parse(key.AsSpan(key.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    public static string TagOf(AskerGender gender) => $"kjonn:{gender}";

    public static string TagOf(string role) => $"rolle:{role}";

    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var documents = new List<SearchDocument>();
        foreach (var some in keys.Select(PublicIdOf).Chunk(Batch))
        {
            // Which of them are listed is seen here: asked for it, SQLite reads all that stand behind no other, which nearly all do.
            documents.AddRange((await Answers().Where(answer => some.Contains(answer.PublicId)).ToListAsync(cancellationToken)).Where(answer => answer.IsListed).Select(answer => Of(answer, tree)));
        }

        return documents;
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        for (var after = 0; ;)
        {
            var answers = await Answers().Where(answer => answer.TakenDownAt == null && answer.ClusterId == null && answer.Id > after).OrderBy(answer => answer.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var answer in answers)
            {
                yield return Of(answer, tree);
            }

            if (answers.Count < Batch)
            {
                yield break;
            }

            after = answers[^1].Id;
        }
    }

    private IQueryable<PublishedAnswer> Answers() => db.PublishedAnswers.AsNoTracking().Include(answer => answer.Places);

    private SearchDocument Of(PublishedAnswer answer, TopicTree tree)
    {
        var own = answer.Places.Where(place => place.Position > 0).OrderBy(place => place.Position).Select(place => tree.Find(place.TopicId)).OfType<Topic>().ToList();
        var topics = own.SelectMany(tree.PathOf).DistinctBy(topic => topic.Id).ToList();
        return new SearchDocument
        {
            Kind = SearchKind,
            Key = answer.Key,
            Path = answer.Path,
            Language = answer.Language,
            Title = answer.Title,
            Ingress = answer.Question,
            Body = string.Join('\n', TextBlocks.Of(AllowedTree.Read(string.Concat(answer.Html.All())))),
            Topics = topics.ConvertAll(topic => topic.Slug),
            TopicNames = topics.ConvertAll(topic => topic.Name.In(answer.Language)),
            Labels = own.ConvertAll(topic => topic.Name.In(answer.Language)),
            AgeBands = [.. bands.Value.All.Where(band => band.From <= answer.AgeFrom && answer.AgeTo <= band.To).Select(band => band.Key)],
            Year = answer.AnsweredAt.Year,
            Tags = [TagOf(answer.Gender), TagOf(answer.Role)],
            PublishedAt = answer.AnsweredAt.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
            Sensitivity = answer.Sensitivity.ToString().ToLowerInvariant(),
        };
    }
}
