namespace UngPortal.Platform.Markdown;

/// <summary>What came out of a Markdown text: sanitised HTML with embeds still as placeholders, its readable text, and what is wrong with it.</summary>
public sealed record RenderedMarkdown(string Html, string PlainText, Readability Readability, IReadOnlyList<MarkdownProblem> Problems);

/// <summary>A fault in a Markdown text; the line counts from 1 within the text.</summary>
public sealed record MarkdownProblem(int Line, string Message);
