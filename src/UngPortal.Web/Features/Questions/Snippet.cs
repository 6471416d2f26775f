using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>A piece of text that those of one role often need, to be edited to fit. It is offered until it expires. Source: product/questions.md, "Answer editor".</summary>
public sealed class Snippet
{
    public const int TitleMaxLength = 100;
    public const int TextMaxLength = 1_500;

    /// <summary>After so long somebody must have read it again.</summary>
    public const int MostMonths = 24;

    /// <summary>The role of those that are for everybody.</summary>
    public const string ForAll = "alle";

    public int Id { get; private set; }

    public required string Role { get; init; }

    public required string Language { get; init; }

    public required SnippetSection Section { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>Under which title it stands in the file that it came from; null for those that were written here.</summary>
    public string? FileTitle { get; init; }

    public string Text { get; private set; } = "";

    /// <summary>The last day on which it is offered; then somebody reads it again.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>When somebody last changed it here; null while it is as its file says.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>Since when it is not offered any more.</summary>
    public DateTime? RetiredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether it is the editors' own, which no file overwrites.</summary>
    public bool IsEdited => ChangedAt is not null;

    /// <summary>One that a file brings.</summary>
    public static Snippet FromFile(string role, string language, SnippetSection section, string title) => new() { Role = role, Language = language, Section = section, Title = title, FileTitle = title };

    /// <summary>What the file says.</summary>
    public void Say(string text, DateOnly expiresOn) =>
        (Text, ExpiresOn) = IsEdited ? throw new InvalidOperationException("What was changed here no file overwrites.") : (text, expiresOn);

    /// <summary>What an editor says; one that was taken out is offered again.</summary>
    public void Change(string title, string text, DateOnly expiresOn, DateTime now)
    {
        if (title.Length is 0 or > TitleMaxLength || text.Length is 0 or > TextMaxLength || expiresOn > OsloTime.DayOf(now).AddMonths(MostMonths))
        {
            throw new InvalidOperationException("A snippet has a title, a text that is not too long, and a last day within two years.");
        }

        (Title, Text, ExpiresOn, ChangedAt, RetiredAt) = (title, text, expiresOn, now, null);
    }

    public void Retire(DateTime now) => RetiredAt = ChangedAt = RetiredAt is null ? now : throw new InvalidOperationException("It is taken out already.");
}
