using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Answers.Reading;

/// <summary>The sections of an answer as its page needs them: read once, shown and told to search engines.</summary>
public sealed record AnswerBodies(SavedBody Greeting, SavedBody Brief, SavedBody Explanation, SavedBody DoNow, SavedBody Closing)
{
    /// <summary>The text of all of them, a line for each block.</summary>
    public string Text => string.Join('\n', new[] { Greeting, Brief, Explanation, DoNow, Closing }.SelectMany(body => body.Blocks));

    public static AnswerBodies Of(AnswerSections html) => new(new(html.Greeting), new(html.Brief), new(html.Explanation), new(html.DoNow), new(html.Closing));
}
