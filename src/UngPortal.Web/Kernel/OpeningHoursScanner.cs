using System.Globalization;

namespace UngPortal.Kernel;

/// <summary>A place in an opening_hours text: looks ahead, takes tokens and remembers the first error. Spaces and capitals don't matter.</summary>
internal sealed class OpeningHoursScanner(string text)
{
    private int _at;

    /// <summary>The first error, if any.</summary>
    public OpeningHoursError? Error { get; private set; }

    /// <summary>The index of the next character that is not a space.</summary>
    public int At
    {
        get
        {
            while (_at < text.Length && text[_at] == ' ')
            {
                _at++;
            }

            return _at;
        }
    }

    /// <summary>Whether nothing but spaces is left.</summary>
    public bool IsAtEnd => At == text.Length;

    /// <summary>Whether a time as hh:mm comes next.</summary>
    public bool IsAtTime => IsDigit(At) && IsDigit(At + 1) && At + 2 < text.Length && text[At + 2] == ':' && IsDigit(At + 3) && IsDigit(At + 4);

    /// <summary>Whether a number comes next that is no time and no year: a day of the month.</summary>
    public bool IsAtDay => IsDigit(At) && !IsAtTime && !IsAtYear;

    /// <summary>Whether four digits come next.</summary>
    public bool IsAtYear => IsDigit(At) && IsDigit(At + 1) && IsDigit(At + 2) && IsDigit(At + 3);

    /// <summary>Whether the token comes next.</summary>
    public bool IsAt(string token) => string.Compare(text, At, token, 0, token.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Whether one of the words comes next.</summary>
    public bool IsAtAny(string[] words) => Array.Exists(words, IsAt);

    /// <summary>Moves past the token if it comes next.</summary>
    public bool Take(string token)
    {
        if (!IsAt(token))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    /// <summary>Moves past one of the words and gives its index; else an error and null.</summary>
    public int? TakeAny(string[] words, string reason)
    {
        var found = Array.FindIndex(words, Take);
        if (found >= 0)
        {
            return found;
        }

        Fail(reason);
        return null;
    }

    /// <summary>Moves past at most two digits; only to be asked where a digit is next.</summary>
    public int TakeNumber()
    {
        var length = IsDigit(At + 1) ? 2 : 1;
        var number = int.Parse(text.AsSpan(At, length), CultureInfo.InvariantCulture);
        _at += length;
        return number;
    }

    /// <summary>Moves past four digits; only to be asked where a year is next.</summary>
    public int TakeYear() => (TakeNumber() * 100) + TakeNumber();

    /// <summary>Moves past hh:mm and gives the minutes after midnight, at most 24:00; else an error and 0.</summary>
    public int TakeTime()
    {
        if (!IsAtTime)
        {
            Fail("Expected a time as hh:mm, or off.");
            return 0;
        }

        var start = At;
        var hour = TakeNumber();
        Take(":");
        var minute = TakeNumber();
        if (minute > 59 || (hour * 60) + minute > OpeningRule.Midnight)
        {
            FailAt(start, "A time goes from 00:00 to 24:00.");
        }

        return (hour * 60) + minute;
    }

    /// <summary>Records an error here, unless there is one already.</summary>
    public void Fail(string reason) => FailAt(At, reason);

    /// <summary>Records an error at an index, unless there is one already.</summary>
    public void FailAt(int index, string reason) => Error ??= new OpeningHoursError(index + 1, reason);

    private bool IsDigit(int index) => index < text.Length && char.IsAsciiDigit(text[index]);
}
