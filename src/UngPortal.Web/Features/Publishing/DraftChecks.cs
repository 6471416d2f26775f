using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Publishing;

/// <summary>All that must be mended before a draft goes on: what the text shows by itself, and what only the rest of the site knows.</summary>
public sealed class DraftChecks(DraftRendering rendering, MarkdownRenderer markdown, CatalogueCopy copy, HelpNowCopy help, SiteAddresses addresses, LibraryPictures library, TimeProvider time)
{
    /// <summary>What stands in the place of a service's short name where nobody knows which one is meant.</summary>
    private const string AnyService = "navn";

    /// <summary>The one problem that may also turn up after the approvals.</summary>
    public const string PictureGone = "Problem_PictureGone";

    private static readonly string PhoneKey = $"Markdown_{MarkdownFault.Phone}";

    /// <summary>Everything there is to mend; empty when the draft is ready.</summary>
    public async Task<IReadOnlyList<DraftProblem>> OfAsync(Draft draft, CancellationToken cancellationToken)
    {
        var catalogue = await copy.ReadAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var problems = rendering.ProblemsOf(draft).Select(WithService).ToList();
        foreach (var (language, text) in draft.Content.Texts.OrderBy(text => text.Key, StringComparer.Ordinal))
        {
            AddPhone(problems, language, "Problem_TitlePhone", text.Title);
            AddPhone(problems, language, "Problem_IngressPhone", text.Ingress);
            problems.AddRange(markdown.Render(text.Body).Mentions.Select(mention => ProblemOf(mention, language, draft, catalogue, now)).OfType<DraftProblem>());
        }

        problems.AddRange(draft.Content.Related.Where(slug => catalogue.Find(PublicationKind.Article, slug)?.IsLive(now) != true).Select(slug => new DraftProblem(null, "Problem_Related", 0, slug)));
        if (draft.Content.Illustration is { } illustration && draft.Kind != PublicationKind.Illustration && catalogue.PictureOf(illustration) is null)
        {
            problems.Add(new DraftProblem(null, "Problem_Illustration", 0, illustration));
        }

        if (await library.LacksAsync(draft.Content.Pictures, cancellationToken))
        {
            problems.Add(new DraftProblem(null, PictureGone));
        }

        return [.. problems.OrderBy(problem => problem.Language is null).ThenBy(problem => problem.Language, StringComparer.Ordinal)];
    }

    /// <summary>The hosts that the text and its sources lead to, as a reader meets them.</summary>
    public IReadOnlyList<string> HostsOf(DraftContent content, string language) =>
    [
        .. markdown.Render(content.In(language).Body).Mentions.Where(mention => mention.Kind == MarkdownMention.Link).Select(mention => mention.Target)
            .Concat(content.Sources.Select(source => source.Url))
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address.IdnHost : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private DraftProblem? ProblemOf(MarkdownMention mention, string language, Draft draft, Catalogue catalogue, DateTime now) => mention.Kind switch
    {
        MarkdownMention.Link when mention.Target.StartsWith('/') && AllowList.IsAllowed(mention.Target) && !addresses.Leads(mention.Target, draft, catalogue, now) =>
            new(language, "Problem_Link", mention.Line, mention.Target),
        "figur" when catalogue.PictureOf(mention.Target) is null => new(language, "Problem_Figure", mention.Line, mention.Target),
        "tjeneste" when help.Current.Entries.All(entry => entry.Slug != mention.Target) => new(language, "Problem_Service", mention.Line, mention.Target),
        _ => null,
    };

    private DraftProblem WithService(DraftProblem problem) => problem.TextKey == PhoneKey ? problem with { Args = [problem.Args[0], ServiceOf(problem.Args[0])] } : problem;

    private void AddPhone(List<DraftProblem> problems, string language, string key, string text)
    {
        if (text.Split('\n').Select(PhoneNumbers.FirstIn).FirstOrDefault(found => found is not null) is { } number)
        {
            problems.Add(new DraftProblem(language, key, 0, number, ServiceOf(number)));
        }
    }

    /// <summary>The short name of the service that answers at the number.</summary>
    private string ServiceOf(string number)
    {
        var digits = DigitsOf(number);
        return help.Current.Entries.FirstOrDefault(entry => entry.Channels.Any(channel => channel.Kind == ChannelKind.Phone && digits.EndsWith(DigitsOf(channel.Address), StringComparison.Ordinal)))?.Slug ?? AnyService;
    }

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
