using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace UngPortal.Features.Publishing;

/// <summary>A stretch of text that was kept, taken out or put in, with whole words.</summary>
public sealed record TextChange(TextChange.Fate What, string Text)
{
    public enum Fate
    {
        Kept = 0,
        TakenOut = 1,
        PutIn = 2,
    }

    private static readonly DelimiterChunker Words = new([' ', '\t', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '«', '»', '*', '#', '|']);

    /// <summary>What happened to title, ingress and body, one after the other.</summary>
    public static IReadOnlyList<TextChange> Between(DraftContent.Text before, DraftContent.Text after)
    {
        var pieces = InlineDiffBuilder.Diff(new Differ(), Whole(before), Whole(after), ignoreWhiteSpace: false, ignoreCase: false, Words).Lines
            .Select(piece => new TextChange(FateOf(piece.Type), piece.Text ?? ""));
        return Joined(pieces);
    }

    private static string Whole(DraftContent.Text text) => $"{text.Title}\n\n{text.Ingress}\n\n{text.Body}";

    private static Fate FateOf(ChangeType type) => type switch
    {
        ChangeType.Inserted => Fate.PutIn,
        ChangeType.Deleted => Fate.TakenOut,
        _ => Fate.Kept,
    };

    private static List<TextChange> Joined(IEnumerable<TextChange> pieces)
    {
        var joined = new List<TextChange>();
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last.What == piece.What)
            {
                joined[^1] = last with { Text = last.Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }
}
