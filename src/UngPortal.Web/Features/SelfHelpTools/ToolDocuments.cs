using System.Runtime.CompilerServices;
using UngPortal.Features.Search;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Turns the tools that readers see into what the index holds: one document for each language version.</summary>
public sealed class ToolDocuments(PortalDbContext db, ToolCopy copy) : ISearchSource
{
    public string Changes => ToolsChanged.Kind;

    public async Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var documents = new List<SearchDocument>();
        await foreach (var document in AllAsync(cancellationToken))
        {
            if (keys.Contains(document.Key))
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        foreach (var tool in await copy.ReadAsync(cancellationToken))
        {
            var own = tool.Facts.Topics.Select(tree.Find).OfType<Topic>().ToList();
            var topics = own.SelectMany(tree.PathOf).DistinctBy(topic => topic.Id).ToList();
            foreach (var language in tool.Facts.Summary.Keys)
            {
                yield return new SearchDocument
                {
                    Kind = "tool",
                    Key = Tool.KeyOf(tool.Slug),
                    Path = $"/verktoy/{tool.Slug}",
                    Language = language,
                    Title = tool.Facts.Name,
                    Ingress = tool.Facts.Summary.In(language),
                    Body = tool.Facts.Description.In(language),
                    Topics = topics.ConvertAll(topic => topic.Slug),
                    TopicNames = topics.ConvertAll(topic => topic.Name.In(language)),
                    Labels = own.ConvertAll(topic => topic.Name.In(language)),
                    PublishedAt = tool.ChangedAt,
                };
            }
        }
    }
}
