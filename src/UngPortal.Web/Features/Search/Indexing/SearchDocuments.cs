using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Search.Engine;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Turns what the database holds into what the index holds: one document for each language version.</summary>
public sealed class SearchDocuments(PortalDbContext db, TimeProvider time)
{
    private const int Batch = 200;
    private static readonly string[] Languages = ["nb", "nn", "en"];

    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var slugs = keys.Select(key => key[(key.IndexOf(':') + 1)..]).Distinct().ToList();
        var publications = await Publications().Where(p => slugs.Contains(p.Slug)).ToListAsync(cancellationToken);
        var services = await Services().Where(service => slugs.Contains(service.Slug)).ToListAsync(cancellationToken);
        return [.. publications.Where(p => keys.Contains(p.Key)).SelectMany(p => Of(p, tree)), .. services.Where(service => keys.Contains(KeyOf(service))).SelectMany(service => Of(service, tree))];
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        for (var after = 0; ;)
        {
            var publications = await Publications().Where(p => p.Id > after).OrderBy(p => p.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var document in publications.SelectMany(p => Of(p, tree)))
            {
                yield return document;
            }

            if (publications.Count < Batch)
            {
                break;
            }

            after = publications[^1].Id;
        }

        foreach (var document in (await Services().ToListAsync(cancellationToken)).SelectMany(service => Of(service, tree)))
        {
            yield return document;
        }
    }

    private static string KeyOf(Service service) => $"service:{service.Slug}";

    private static string PlainText(string html) =>
        html.Length == 0 ? "" : string.Join('\n', new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("h2,h3,h4,p,li,summary,td,th").Select(element => element.TextContent.Trim()));

    private static List<Topic> WithAncestors(IEnumerable<Topic> topics, TopicTree tree) =>
        [.. topics.SelectMany(tree.PathOf).DistinctBy(topic => topic.Id)];

    private IQueryable<Publication> Publications() =>
        db.Publications.AsNoTracking().Live(time.GetUtcNow().UtcDateTime).Where(p => p.Kind != PublicationKind.Page).Include(p => p.Texts).Include(p => p.Topics).AsSplitQuery();

    private IQueryable<Service> Services() => db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed);

    private static IEnumerable<SearchDocument> Of(Publication publication, TopicTree tree)
    {
        var topics = WithAncestors(publication.Topics.Select(link => tree.Find(link.TopicId)).OfType<Topic>(), tree);
        return publication.Texts.Select(text => new SearchDocument
        {
            Kind = publication.Kind.ToString().ToLowerInvariant(),
            Key = publication.Key,
            Path = Teaser.PathOf(publication.Kind, publication.Slug),
            Language = text.Language,
            Title = text.Title,
            Ingress = text.Ingress,
            Body = publication.Kind == PublicationKind.Article ? PlainText(text.BodyHtml) : text.Body,
            Topics = topics.ConvertAll(topic => topic.Slug),
            TopicNames = topics.ConvertAll(topic => topic.Name.In(text.Language)),
            AgeBands = publication.AgeBands,
            Year = publication.PublishedAt.Year,
            PublishedAt = publication.PublishedAt,
            Sensitivity = publication.Sensitivity.ToString().ToLowerInvariant(),
        });
    }

    private static IEnumerable<SearchDocument> Of(Service service, TopicTree tree)
    {
        var topics = WithAncestors(service.Topics.Select(tree.Find).OfType<Topic>(), tree);
        return Languages.Where(language => service.Description.ContainsKey(language)).Select(language => new SearchDocument
        {
            Kind = "service",
            Key = KeyOf(service),
            Path = $"/hjelp-na#{service.Slug}",
            Language = language,
            Title = service.Name.In(language),
            Ingress = service.Description.In(language),
            Topics = topics.ConvertAll(topic => topic.Slug),
            TopicNames = topics.ConvertAll(topic => topic.Name.In(language)),
            PublishedAt = service.Assured.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        });
    }
}
