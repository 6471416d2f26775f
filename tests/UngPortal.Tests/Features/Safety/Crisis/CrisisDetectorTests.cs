using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>What the detector makes of single sentences, one or more for each rule of product/safety.md.</summary>
public sealed class CrisisDetectorTests
{
    [Theory]
    [InlineData("jeg vil dø", "suicidal")]
    [InlineData("eg orkar ikkje meir", "suicidal")]
    [InlineData("i don't want to live anymore", "suicidal")]
    [InlineData("vil bare forsvinne for godt", "suicidal")]
    [InlineData("jeg sier at jeg ikke tenker på det, men jeg vil ikke være her mer", "suicidal")]
    [InlineData("venninna mi og jeg har tenkt å ta livet av oss", "suicidal")]
    [InlineData("kutter meg hver kveld", "self-harm")]
    [InlineData("pappa slår meg", "violence")]
    [InlineData("jeg ble voldtatt for tre år siden", "abuse")]
    [InlineData("familien vil at jeg skal gifte meg med en jeg ikke kjenner", "coercion")]
    public void Assess_SignOfDanger_IsRedForItsGroup(string text, string group)
    {
        var signs = Shipped.Detector.Assess(text);

        Assert.Equal(Severity.Red, signs.Severity);
        Assert.Contains(group, signs.Reasons);
    }

    [Theory]
    [InlineData("JEG VIL DØØØØØ")]
    [InlineData("jeg har s.e.l.v.m.o.r.d.s.t.a.n.k.e.r")]
    [InlineData("tenker på selvm*rd")]
    [InlineData("s3lvmord hele tida")]
    [InlineData("s e l v m o r d")]
    [InlineData("tenker paa aa doe")]
    [InlineData("tenker pa a do")]
    [InlineData("jeg vil d\u200bø")]
    [InlineData("\u202ejeg vil dø")]
    [InlineData("jeg vil do\u0308")]
    [InlineData("ｋｉｌｌ ｍｙｓｅｌｆ")]
    [InlineData("Jeg. Vil. Ikke. Leve.")]
    public void Assess_DisguisedWords_AreRead(string text) => Assert.Equal(Severity.Red, Shipped.Detector.Assess(text).Severity);

    [Theory]
    [InlineData("tenker ikke på selvmord, men er lei meg")]
    [InlineData("venninna mi kutter seg")]
    [InlineData("broren min vil ikke leve lenger")]
    [InlineData("my friend wants to die")]
    public void Assess_DeniedOrAboutAnother_IsYellow(string text) => Assert.Equal(Severity.Yellow, Shipped.Detector.Assess(text).Severity);

    [Theory]
    [InlineData("")]
    [InlineData("den filmen var dødsbra")]
    [InlineData("jeg dør av latter")]
    [InlineData("mamma dreper meg når hun ser karakteren")]
    [InlineData("hvordan kutte snus")]
    [InlineData("henge med venner")]
    [InlineData("slo rekord i går")]
    [InlineData("skriver oppgave om selvmord")]
    [InlineData("i spillet dør jeg hele tiden")]
    public void Assess_TurnsOfPhraseAndSchoolwork_AreGreen(string text) => Assert.Equal(Severity.Green, Shipped.Detector.Assess(text).Severity);

    [Fact]
    public void Assess_OneSignInALongText_Wins()
    {
        var filler = string.Join(' ', Enumerable.Repeat("Vi spiller fotball på skolen og det er gøy.", 400));

        Assert.Equal(Severity.Red, Shipped.Detector.Assess($"{filler} Jeg vil ikke leve mer. {filler}").Severity);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Assess_HostileText_NeverThrows(string text) => Assert.True(Shipped.Detector.Assess(text).Severity <= Severity.Red);

    public static TheoryData<string> Hostile =>
    [
        "\0", "\ud800", "\udfff\ud800 jeg", "jeg \ud83d", "\u202e\u200f\u200b", new string('a', 1_000_000), string.Concat(Enumerable.Repeat("jeg vil dø ", 90_000)),
        new string('*', 10_000), string.Concat(Enumerable.Repeat("d*", 5_000)), new string('.', 10_000), string.Concat(Enumerable.Repeat("a ", 50_000)), "😀😀🔪", "\u0301\u0302", "ひらがな 漢字 العربية",
        string.Concat(Enumerable.Repeat("selvmrod ", 1_000)), "\uffff\ufffe", "''''", "1 2 3 4 5", "«»«»“”",
    ];
}
