namespace UngPortal.Features.Safety.Detecting;

/// <summary>A word of a text in lower case, without what was put in to disguise it.</summary>
internal readonly record struct TextWord(string Text, bool BeginsSentence, bool BeginsClause, bool IsQuoted)
{
    public bool IsNordic => Text.AsSpan().ContainsAny('æ', 'ø', 'å');
}
