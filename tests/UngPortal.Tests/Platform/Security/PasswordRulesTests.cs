using UngPortal.Platform.Security;

namespace UngPortal.Tests.Platform.Security;

/// <summary>Long is enough, unless everyone would guess it.</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Context = ["Kari Nordmann", "kari.n@fjellvik.kommune.no", "Fjellvik kommune"];

    [Theory]
    [InlineData("kort men rart 7", null)]
    [InlineData("kort men rart ", PasswordProblem.TooShort)]
    [InlineData("", PasswordProblem.TooShort)]
    public void V6_2_1_Length_FifteenCharacters_AreEnough(string password, PasswordProblem? problem) => Assert.Equal(problem, PasswordRules.ProblemOf(password, Context));

    [Fact]
    public void V6_2_9_Length_Upto128_IsAllowed()
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(n => $"ord{n * 37 % 89}x"));

        Assert.Null(PasswordRules.ProblemOf(words[..128], Context));
        Assert.Equal(PasswordProblem.TooLong, PasswordRules.ProblemOf(words[..129], Context));
    }

    [Theory]
    [InlineData("bare smaa bokstaver uten mer")]
    [InlineData("ØÆÅ øæå ñ 漢字 متن 🙂 gjerde")]
    [InlineData("lykt gresskar trapp mandel")]
    [InlineData("59263748159031774")]
    [InlineData("correct horse battery staple")]
    public void V6_2_5_Characters_OfAnyKind_AreAllowed(string password) => Assert.Null(PasswordRules.ProblemOf(password, Context));

    [Theory]
    [InlineData("passordpassord1")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("sommersommer2026!")]
    [InlineData("Sommer2026Sommer2026")]
    [InlineData("velkommenvelkommen")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("123456789012345")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("jegelskerdeg123456")]
    [InlineData("iloveyouprincess!!")]
    public void V6_2_4_Common_WordsRowsAndSequences_AreRefused(string password) => Assert.Equal(PasswordProblem.Common, PasswordRules.ProblemOf(password, Context));

    [Theory]
    [InlineData("ungportal er best i verden")]
    [InlineData("lykt nordmann trapp 77")]
    [InlineData("trapp FJELLVIK mandel")]
    [InlineData("k@ri lykt mandel trapp")]
    public void V6_2_11_Context_Names_AreRefused(string password) => Assert.Equal(PasswordProblem.Personal, PasswordRules.ProblemOf(password, Context));

    [Fact]
    public void V6_2_4_List_HasAtLeastThreeThousandEntries() => Assert.True(PasswordRules.ListLength >= 3_000);
}
