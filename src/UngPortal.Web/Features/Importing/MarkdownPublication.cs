using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Importing;

/// <summary>Reads an article or a plain page: one Markdown file for each language, the bokmål one leading.</summary>
public sealed class MarkdownPublication(MarkdownRenderer markdown)
{
    /// <summary>The draft, or null with problems noted.</summary>
    public PublicationDraft? Read(SourceFile source, PublicationKind kind, string slug, IReadOnlySet<string> topics, List<ImportProblem> problems)
    {
        var texts = new Dictionary<string, TextDraft>(StringComparer.Ordinal);
        PublicationDraft? draft = null;
        foreach (var path in source.Paths.OrderByDescending(path => path.EndsWith(".nb.md", StringComparison.Ordinal)))
        {
            if (LanguageOf(path) is not { } language)
            {
                problems.Add(new ImportProblem(source.Shown(path), 1, "The file name must end with a language of the site: .nb.md, .nn.md or .en.md."));
                continue;
            }

            var read = ReadVersion(source.Shown(path), SourceFile.ReadText(path), kind, slug, topics, problems);
            if (read is { } version)
            {
                texts[language] = version.Text;
                draft ??= version.Draft;
            }
        }

        if (!texts.ContainsKey("nb") && problems.Count == 0)
        {
            problems.Add(new ImportProblem(source.Name, 1, "There is no bokmål version (.nb.md)."));
        }

        return problems.Count == 0 ? draft! with { Texts = texts } : null;
    }

    private static string? LanguageOf(string path) =>
        Path.GetFileName(path).Split('.') is [_, "nb" or "nn" or "en", _] parts ? parts[1] : null;

    private (PublicationDraft Draft, TextDraft Text)? ReadVersion(
        string file, string content, PublicationKind kind, string slug, IReadOnlySet<string> known, List<ImportProblem> problems)
    {
        if (FrontMatter.Split(content) is not { } parts)
        {
            problems.Add(new ImportProblem(file, 1, "The file must start with front matter between two lines of '---'."));
            return null;
        }

        if (YamlText.Fields(file, parts.Yaml, FrontMatter.YamlLine - 1, problems) is not { } fields)
        {
            return null;
        }

        var isArticle = kind == PublicationKind.Article;
        var title = fields.Text("title", Publication.TitleMaxLength);
        var ingress = fields.Text("ingress", Publication.IngressMaxLength);
        var reviewed = fields.Date("lastReviewedAt");
        var topics = isArticle ? CommonFields.Topics(fields, known) : [];
        var draft = new PublicationDraft
        {
            Kind = kind,
            Slug = slug,
            PublishedAt = CommonFields.Published(fields),
            Sensitivity = isArticle ? fields.OneOf<Sensitivity>("sensitivity", Sensitivity.None) : Sensitivity.None,
            AgeBands = isArticle ? CommonFields.Bands(fields) : [],
            TopicSlugs = topics,
            Facts = new PublicationFacts
            {
                Owner = fields.OptionalText("owner", Publication.NameMaxLength) ?? PublicationFacts.OwnName,
                ReviewedBy = fields.Map("reviewedBy") is { } by ? new(by.Text("name"), by.Text("role"), by.Text("organisation")) : null,
                LastReviewedAt = reviewed,
                ReviewDueAt = ReviewDates.BySlug(reviewed, slug, topics),
                Readers = isArticle ? fields.OneOf<Readers>("readers", Readers.Oneself) : Readers.Oneself,
                Illustration = isArticle ? fields.Text("illustration") : null,
                Related = fields.Slugs("related"),
                Services = fields.Slugs("services"),
                Sources = CommonFields.Sources(fields),
            },
            Texts = new Dictionary<string, TextDraft>(),
        };
        fields.RefuseTheRest();

        var rendered = markdown.Render(parts.Body);
        problems.AddRange(rendered.Problems.Select(problem => new ImportProblem(file, parts.BodyLine + problem.Line - 1, problem.Message)));
        if (rendered.Readability.Words == 0)
        {
            problems.Add(new ImportProblem(file, parts.BodyLine, "The body is empty."));
        }

        return (draft, new TextDraft(title, ingress, parts.Body.Trim(), rendered.Html, rendered.Readability.Lix, rendered.Readability.Words));
    }
}
