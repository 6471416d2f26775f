using UngPortal.Kernel;

namespace UngPortal.Features.Experts;

/// <summary>What somebody who answers is, and what that role can and cannot do for the asker. Source: product/questions.md, "Roles".</summary>
public sealed class AnsweringRole
{
    public const int KeyMaxLength = 60;
    public const int TextMaxLength = 500;

    /// <summary>A young person, 16 or more, who answers light questions with a second reader.</summary>
    public const string YouthKey = "ungdomssvarer";

    /// <summary>Whether somebody may answer in the role: young people in theirs only, and nobody else in it.</summary>
    public static bool IsFor(string key, bool isYouth) => key == YouthKey == isYouth;

    public int Id { get; private set; }

    public required string Key { get; init; }

    public LocalizedText Name { get; private set; } = [];

    public LocalizedText Can { get; private set; } = [];

    public LocalizedText Cannot { get; private set; } = [];

    /// <summary>Slugs of topics whose questions fit, the most typical first.</summary>
    public string[] Topics { get; private set; } = [];

    /// <summary>Whether hard questions are part of the role's days.</summary>
    public bool TakesHardCases { get; private set; }

    public int Position { get; private set; }

    public int Version { get; private set; }

    public AnsweringRole Describe(LocalizedText name, LocalizedText can, LocalizedText cannot, string[] topics, bool takesHardCases, int position)
    {
        (Name, Can, Cannot, Topics, TakesHardCases, Position) = (name, can, cannot, topics, takesHardCases, position);
        return this;
    }
}
