namespace UngPortal.Platform.Markdown;

/// <summary>What came out of a Markdown text: sanitised HTML with embeds still as placeholders, its readable text, what it points at, and what is wrong with it.</summary>
public sealed record RenderedMarkdown(string Html, string PlainText, Readability Readability, IReadOnlyList<MarkdownMention> Mentions, IReadOnlyList<MarkdownProblem> Problems);
