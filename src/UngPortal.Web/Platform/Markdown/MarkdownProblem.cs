using System.Globalization;

namespace UngPortal.Platform.Markdown;

/// <summary>A fault in a Markdown text.</summary>
/// <param name="Line">The line, counted from 1 within the text.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Args">What the message names, in order.</param>
public sealed record MarkdownProblem(int Line, MarkdownFault Fault, params IReadOnlyList<string> Args)
{
    private static readonly Dictionary<MarkdownFault, string> English = new()
    {
        [MarkdownFault.Phone] = "'{0}' looks like a phone number: use [[tjeneste:id]] instead, so that the number has one home.",
        [MarkdownFault.Reference] = "'{0}' is not understood: write [[kind:slug]] with one of {1}.",
        [MarkdownFault.Image] = "Images can't be put in by address: use '::: figur slug'.",
        [MarkdownFault.ReferenceInLink] = "A [[…]] can't stand inside a link: it becomes a link itself.",
        [MarkdownFault.BoxWithoutName] = "A ':::' opens a box without a name: is it one too many, or does a box around another box need '::::'?",
        [MarkdownFault.BoxUnknown] = "The box '{0}' is unknown. Known: {1}.",
        [MarkdownFault.EmbedSlug] = "'::: {0}' must be followed by one slug (a–z, 0–9 and hyphens), not '{1}'.",
        [MarkdownFault.QuoteTitle] = "A quote has no title: write the text on the next line.",
        [MarkdownFault.BoxTitle] = "'::: {0}' needs a title on the same line.",
        [MarkdownFault.BoxOpen] = "The box '{0}' is never closed: end it with a line of as many colons as it starts with.",
        [MarkdownFault.EmbedContent] = "Inside '::: {0}' there may be a caption of plain text only.",
        [MarkdownFault.BoxDepth] = "A box in a box in a box: take one of them out.",
        [MarkdownFault.HeadingLevel] = "Use headings of level 2 to 4 ('##' to '####'): level 1 is the page's title.",
        [MarkdownFault.HeadingJump] = "The heading jumps from level {0} to {1}: use {2}.",
        [MarkdownFault.HeadingEmpty] = "The heading is empty.",
        [MarkdownFault.Address] = "The address '{0}' can't be used: link to a page of this site with '/…'.",
        [MarkdownFault.PhoneLink] = "Use [[tjeneste:id]] instead of a phone link, so that the number has one home.",
        [MarkdownFault.LinkOut] = "A link out of the site doesn't belong in the text: list it under sources.",
        [MarkdownFault.TooLong] = "The text is longer than {0} characters.",
        [MarkdownFault.TooDense] = "Too many lines, brackets, stars, quotes or table cells up to here: divide the text.",
        [MarkdownFault.TooDeep] = "The text is nested too deeply.",
        [MarkdownFault.TooSlow] = "The text could not be read in time: try again.",
    };

    /// <summary>What is wrong, in English, for the report of an import.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, English[Fault], [.. Args]);
}
