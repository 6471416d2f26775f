namespace UngPortal.Features.Safety.Detecting;

/// <summary>Reads a text word by word and keeps in mind whom it speaks of: the writer, somebody else or nobody yet.</summary>
internal static class Subject
{
    private const int Reach = 9;
    private const int LookBack = 3;

    private enum Who
    {
        Nobody,
        Writer,
        Other,
    }

    public static Marks OthersIn(ReadText text, Marks writer, Marks writerAsObject, Marks others, Marks otherSubjects, Marks and, Marks who, Marks towards)
    {
        var result = new Marks(text.Words.Count);
        var (main, now, sinceOther) = (Who.Nobody, Who.Nobody, Reach);
        for (var i = 0; i < text.Words.Count; i++, sinceOther++)
        {
            if (text.Words[i].BeginsSentence)
            {
                (main, now, sinceOther) = (Who.Nobody, Who.Nobody, Reach);
            }
            else if (text.Words[i].BeginsClause)
            {
                // Rather once too often about the writer than once too seldom.
                now = main == Who.Writer ? main : Who.Nobody;
            }

            if (writer[i])
            {
                now = Who.Writer;
                main = main == Who.Nobody ? now : main;
            }
            else if (others[i])
            {
                sinceOther = 0;
                now = now == Who.Writer && !otherSubjects[i] && IsAfter(text, towards, who, i) ? now : Who.Other;
                main = main == Who.Nobody ? now : main;
            }
            else if (writerAsObject[i])
            {
                now = Who.Writer;
            }
            else if (and[i])
            {
                now = main;
            }
            else if (who[i] && sinceOther <= LookBack)
            {
                now = Who.Other;
            }

            if (now == Who.Other && sinceOther < Reach)
            {
                result.Set(i);
            }
        }

        return result;
    }

    private static bool IsAfter(ReadText text, Marks towards, Marks who, int at)
    {
        for (var back = 1; back <= LookBack && at - back >= 0 && text.ClauseInner[at - back + 1] && !who[at - back]; back++)
        {
            if (towards[at - back])
            {
                return true;
            }
        }

        return false;
    }
}
