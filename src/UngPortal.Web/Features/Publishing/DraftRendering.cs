using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Publishing;

/// <summary>Makes of a draft what can become live, and says what stands in the way.</summary>
public sealed class DraftRendering(MarkdownRenderer markdown)
{
    /// <summary>The finished publication without dates, owner and reviewer, which the swap puts in.</summary>
    public PublicationDraft Finish(Draft draft) => new()
    {
        Kind = draft.Kind,
        Slug = draft.Slug,
        Sensitivity = draft.Content.Sensitivity,
        AgeBands = draft.Content.AgeBands,
        TopicSlugs = draft.Content.Topics,
        PublishedAt = default,
        Facts = new PublicationFacts
        {
            Readers = draft.Content.Readers,
            Illustration = draft.Kind == PublicationKind.Illustration ? draft.Slug : draft.Content.Illustration,
            Related = draft.Content.Related,
            Services = draft.Content.Services,
            Sources = draft.Content.Sources,
            Pictures = draft.Content.Pictures,
            Video = FilmOf(draft.Content),
            Creator = draft.Content.Creator,
            Licence = draft.Content.Licence,
        },
        Texts = draft.Content.Texts.ToDictionary(text => text.Key, text => Finish(draft.Kind, text.Value), StringComparer.Ordinal),
    };

    /// <summary>What the draft itself shows must be mended; <see cref="DraftChecks"/> knows the rest.</summary>
    public IReadOnlyList<DraftProblem> ProblemsOf(Draft draft)
    {
        var problems = new List<DraftProblem>();
        foreach (var (language, text) in draft.Content.Texts.OrderBy(text => text.Key, StringComparer.Ordinal))
        {
            AddWhen(text.Title.Length == 0, problems, language, "Problem_Title");
            AddWhen(text.Ingress.Length == 0, problems, language, "Problem_Ingress");
            AddWhen(draft.Kind is PublicationKind.Article or PublicationKind.Page && string.IsNullOrWhiteSpace(text.Body), problems, language, "Problem_Body");
            problems.AddRange(markdown.Render(text.Body).Problems.Select(problem => new DraftProblem(language, $"Markdown_{problem.Fault}", problem.Line, problem.Args)));
        }

        AddWhen(draft.Kind != PublicationKind.Page && draft.Content.Topics.Count is 0 or > DraftContent.TopicsMost, problems, null, "Problem_Topics");
        AddWhen(draft.Kind == PublicationKind.Article && draft.Content.Sources.Count == 0, problems, null, "Problem_Sources");
        AddWhen(draft.Kind == PublicationKind.Illustration && draft.Content.Pictures.Count == 0, problems, null, "Problem_Pictures");
        AddWhen(draft.Kind == PublicationKind.Video && draft.Content.Video is null, problems, null, "Problem_Video");
        return problems;
    }

    /// <summary>What is said in a film is what the draft's texts say; the film's own words stand in for a language that nobody has written.</summary>
    private static PublicationFacts.Film? FilmOf(DraftContent content) => content.Video is { } film
        ? film with
        {
            Transcript = new LocalizedText(film.Transcript.Concat(content.Texts.Where(text => !string.IsNullOrWhiteSpace(text.Value.Body)).Select(text => KeyValuePair.Create(text.Key, text.Value.Body.Trim())))
                .GroupBy(text => text.Key, StringComparer.Ordinal).Select(group => group.Last())),
        }
        : null;

    private TextDraft Finish(PublicationKind kind, DraftContent.Text text)
    {
        var rendered = markdown.Render(kind is PublicationKind.Article or PublicationKind.Page ? text.Body : text.Ingress);
        var html = kind is PublicationKind.Article or PublicationKind.Page ? rendered.Html : "";
        return new TextDraft(text.Title, text.Ingress, text.Body.Trim(), html, rendered.Readability.Lix, rendered.Readability.Words);
    }

    private static void AddWhen(bool isSo, List<DraftProblem> problems, string? language, string key)
    {
        if (isSo)
        {
            problems.Add(new DraftProblem(language, key));
        }
    }
}
