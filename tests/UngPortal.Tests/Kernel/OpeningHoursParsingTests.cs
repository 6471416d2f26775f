using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class OpeningHoursParsingTests
{
    [Theory]
    [InlineData("24/7")]
    [InlineData(" 24/7 ")]
    [InlineData("00:00-24:00")]
    [InlineData("Mo-Su 00:00-24:00")]
    [InlineData("Mo-Fr 09:00-10:00; 24/7")]
    public void TryParse_AroundTheClock_IsAlwaysOpen(string text) => Assert.True(Parsed(text).IsAlwaysOpen);

    [Theory]
    [InlineData("Mo-Fr 09:00-21:00; Sa,Su 15:00-21:00; PH off")]
    [InlineData("Mo-Fr 11:00-14:30,15:00-18:00")]
    [InlineData("Mo,We,Fr-Su 14:00-22:00; Tu,Th 14:00-24:00")]
    [InlineData("Fr,Sa 18:00-02:00")]
    [InlineData("Sa-Tu,PH 10:00-12:00;")]
    [InlineData("Mo-Fr 09:00-15:00; Jun 20-Aug 15 Mo-Fr 10:00-14:00; Dec 24,Dec 31 off")]
    [InlineData("Dec 24-26 off; Dec 27-Jan 2 12:00-14:00; Feb 29 off; Jul 10:00-12:00; Jun-Aug closed")]
    [InlineData("24/7; PH off")]
    [InlineData("Mo-Fr 09:00-15:00; 2026 Dec 24-2027 Jan 2 off; 2026 Dec 28 10:00-12:00; 2027 Jul Mo 10:00-12:00; 2028 Feb 29 off")]
    [InlineData("Mo-Fr 09:00-15:00; 2027 Dec 24-31 off")]
    [InlineData("mo-fr 09:00 - 15:00 ; ph OFF")]
    public void TryParse_KnownSyntax_KeepsTheText(string text)
    {
        Assert.False(Parsed(text).IsAlwaysOpen);
        Assert.Equal(text.Trim(), Parsed(text).ToString());
    }

    [Theory]
    [InlineData(null, 1, "hh:mm")]
    [InlineData("", 1, "hh:mm")]
    [InlineData("døgnåpent", 1, "hh:mm")]
    [InlineData("Mo-Fr 9:00-15:00", 7, "hh:mm")]
    [InlineData("Mo-Fr 09:00", 12, "'-'")]
    [InlineData("Mo-Fr 09:00–15:00", 12, "'-'")]
    [InlineData("Mo-Fr 09:00-15", 13, "hh:mm")]
    [InlineData("Mo-Fr 09:00-25:00", 13, "24:00")]
    [InlineData("Mo-Fr 09:60-10:00", 7, "24:00")]
    [InlineData("Mo-Fr 09:00-09:00", 7, "length")]
    [InlineData("Mo 24:00-08:00", 4, "begins")]
    [InlineData("Mo-Fri 09:00-15:00", 6, "hh:mm")]
    [InlineData("Mo-Xx 09:00-15:00", 4, "weekday")]
    [InlineData("Mo,Xx 09:00-15:00", 4, "weekday")]
    [InlineData("Mo 09:00-15:00 Tu", 16, "';'")]
    [InlineData("Mo 09:00-15:00; 24/7 off", 22, "';'")]
    [InlineData("SH off", 1, "hh:mm")]
    [InlineData("Jun 31 off", 5, "day")]
    [InlineData("Dec 0 off", 5, "day")]
    [InlineData("Dec 24-10:00-12:00", 8, "month")]
    [InlineData("Mo 09:00-10:00; \t", 17, "hh:mm")]
    [InlineData("Mo-Fr", 6, "hh:mm")]
    [InlineData("2027 Feb 29 off", 10, "day")]
    [InlineData("2026 Dec 24-Jan 2 off", 1, "before")]
    [InlineData("2019 Dec 24 off", 1, "year")]
    [InlineData("9999 Dec 24 off", 1, "year")]
    [InlineData("2026 off", 6, "month")]
    [InlineData("2026 Dec 24-2200 Jan 1 off", 13, "year")]
    public void TryParse_UnknownSyntax_SaysWhereAndWhy(string? text, int position, string reason)
    {
        Assert.False(OpeningHours.TryParse(text, out var hours, out var error));
        Assert.Null(hours);
        Assert.Equal(position, error.Position);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_TooLong_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("Mo 09:00-10:00;", 70));
        Assert.False(OpeningHours.TryParse(text, out _, out var error));
        Assert.Equal(OpeningHours.MaxLength + 1, error.Position);
    }

    [Fact]
    public void TryParse_EveryCutAndEveryWrongCharacter_NeverThrows()
    {
        const string text = "Jun 20-Aug 15 Mo-Fr,PH 09:00-11:00,12:00-02:00; PH off; 24/7";
        for (var at = 0; at < text.Length; at++)
        {
            string[] wrongs = [text[..at], text[at..], .. "0M:-,; \u0000å\ud800".Select(wrong => text[..at] + wrong + text[(at + 1)..])];
            Assert.All(wrongs, wrong => Assert.Equal(OpeningHours.TryParse(wrong, out _, out var error), error is null));
        }
    }

    private static OpeningHours Parsed(string text)
    {
        Assert.True(OpeningHours.TryParse(text, out var hours, out var error), error?.ToString());
        return hours;
    }
}
