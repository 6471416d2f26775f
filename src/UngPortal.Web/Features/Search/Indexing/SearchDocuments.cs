using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Turns publications and services into what the index holds: one document for each language version.</summary>
public sealed class SearchDocuments(PortalDbContext db, TimeProvider time) : ISearchSource
{
    private const int Batch = 200;
    /// <summary>The kind of help whose name is a grave word: what helps at once comes first there, and that is a text.</summary>
    private const string Grave = "seksuelle-overgrep";

    private static readonly string[] Languages = ["nb", "nn", "en"];

    public string Changes => PublicationChanged.Kind;

    public IEnumerable<string> KeysOf(OutboxMessage message) => message.Kind switch
    {
        PublicationChanged.Kind => [message.Key],
        ServicesChanged.Kind => [KeyOf(message.Key)],
        _ => [],
    };

    /// <summary>The documents of the keys, and those of the texts that name a service among them, since its name stands in what is found of them.</summary>
    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken);
        var slugs = keys.Select(key => key[(key.IndexOf(':') + 1)..]).Distinct().ToList();
        var publications = await Publications().Where(p => slugs.Contains(p.Slug)).ToListAsync(cancellationToken);
        var services = await Services().Where(service => slugs.Contains(service.Slug)).ToListAsync(cancellationToken);
        List<Publication> changed = [.. publications.Where(p => keys.Contains(p.Key))];
        foreach (var slug in slugs.Where(slug => keys.Contains(KeyOf(slug))))
        {
            changed.AddRange(await Publications().Where(p => p.Texts.Any(text => text.BodyHtml.Contains(slug))).ToListAsync(cancellationToken));
        }

        return [.. changed.DistinctBy(p => p.Id).SelectMany(p => Of(p, facts)), .. services.Where(service => keys.Contains(KeyOf(service.Slug))).SelectMany(service => Of(service, facts.Topics))];
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken);
        for (var after = 0; ;)
        {
            var publications = await Publications().Where(p => p.Id > after).OrderBy(p => p.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var document in publications.SelectMany(p => Of(p, facts)))
            {
                yield return document;
            }

            if (publications.Count < Batch)
            {
                break;
            }

            after = publications[^1].Id;
        }

        foreach (var document in (await Services().ToListAsync(cancellationToken)).SelectMany(service => Of(service, facts.Topics)))
        {
            yield return document;
        }

        foreach (var document in (await db.ServiceTypes.AsNoTracking().Where(type => type.Key != Grave).OrderBy(type => type.Position).ToListAsync(cancellationToken)).SelectMany(ServiceTypeDocuments.Of))
        {
            yield return document;
        }
    }

    private static string KeyOf(string slug) => $"service:{slug}";

    private static string PlainText(string html, string language, Facts facts) =>
        string.Join('\n', TextBlocks.Of(AllowedTree.Read(html), key => facts.ServiceNames.GetValueOrDefault(key)?.In(language)));

    private async Task<Facts> FactsAsync(CancellationToken cancellationToken) => new(
        await TopicTree.ReadAsync(db, cancellationToken),
        await Services().ToDictionaryAsync(service => service.Slug, service => service.Name, cancellationToken));

    private static List<Topic> WithAncestors(IEnumerable<Topic> topics, TopicTree tree) =>
        [.. topics.SelectMany(tree.PathOf).DistinctBy(topic => topic.Id)];

    private IQueryable<Publication> Publications() =>
        db.Publications.AsNoTracking().Live(time.GetUtcNow().UtcDateTime).Where(p => p.Kind != PublicationKind.Page).Include(p => p.Texts).Include(p => p.Topics).AsSplitQuery();

    private IQueryable<Service> Services() => db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed && service.Kind != ServiceKind.Local);

    private static IEnumerable<SearchDocument> Of(Publication publication, Facts facts)
    {
        var own = publication.Topics.Select(link => facts.Topics.Find(link.TopicId)).OfType<Topic>().OrderBy(topic => topic.Position).ToList();
        var topics = WithAncestors(own, facts.Topics);
        return publication.Texts.Select(text => new SearchDocument
        {
            Kind = publication.Kind.ToString().ToLowerInvariant(),
            Key = publication.Key,
            Path = Teaser.PathOf(publication.Kind, publication.Slug),
            Language = text.Language,
            Title = text.Title,
            Ingress = text.Ingress,
            Body = publication.Kind == PublicationKind.Article ? PlainText(text.BodyHtml, text.Language, facts) : text.Body,
            Topics = topics.ConvertAll(topic => topic.Slug),
            TopicNames = topics.ConvertAll(topic => topic.Name.In(text.Language)),
            Labels = own.ConvertAll(topic => topic.Name.In(text.Language)),
            AgeBands = publication.AgeBands,
            Year = publication.PublishedAt.Year,
            PublishedAt = publication.PublishedAt,
            ForFriends = publication.Facts.Readers == Readers.Friends,
            Sensitivity = publication.Sensitivity.ToString().ToLowerInvariant(),
        });
    }

    private static IEnumerable<SearchDocument> Of(Service service, TopicTree tree)
    {
        var own = service.Topics.Select(tree.Find).OfType<Topic>().ToList();
        var topics = WithAncestors(own, tree);
        return Languages.Where(language => service.Description.ContainsKey(language)).Select(language => new SearchDocument
        {
            Kind = "service",
            Key = KeyOf(service.Slug),
            Path = $"/tjenester/{service.Slug}",
            Language = language,
            Title = service.Name.In(language),
            Ingress = service.Description.In(language),
            Topics = topics.ConvertAll(topic => topic.Slug),
            TopicNames = topics.ConvertAll(topic => topic.Name.In(language)),
            Labels = own.ConvertAll(topic => topic.Name.In(language)),
            PublishedAt = service.Assured.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        });
    }

    /// <summary>What many documents share.</summary>
    private sealed record Facts(TopicTree Topics, IReadOnlyDictionary<string, LocalizedText> ServiceNames);
}
