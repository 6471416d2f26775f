using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("nb", "nb-NO", "3. november 2026")]
    [InlineData("nn", "nn-NO", "3. november 2026")]
    [InlineData("en", "en-GB", "3 November 2026")]
    public void Date_EachLanguage_WritesItItsOwnWay(string code, string culture, string date) =>
        Assert.Equal(date, new Language(code, culture).Date(new DateOnly(2026, 11, 3)));
}
