namespace UngPortal.Features.Questions;

/// <summary>A piece of text that those of one role often need, to be edited to fit. It is offered until it expires. Source: product/questions.md, "Answer editor".</summary>
public sealed class Snippet
{
    public const int TitleMaxLength = 100;
    public const int TextMaxLength = 1_500;

    /// <summary>The role of those that are for everybody.</summary>
    public const string ForAll = "alle";

    public int Id { get; private set; }

    public required string Role { get; init; }

    public required string Language { get; init; }

    public required SnippetSection Section { get; init; }

    public required string Title { get; init; }

    public string Text { get; private set; } = "";

    /// <summary>The last day on which it is offered; then somebody reads it again.</summary>
    public DateOnly ExpiresOn { get; private set; }

    public int Version { get; private set; }

    public void Say(string text, DateOnly expiresOn) => (Text, ExpiresOn) = (text, expiresOn);
}
