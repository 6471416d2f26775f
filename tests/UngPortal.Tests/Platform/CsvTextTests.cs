using UngPortal.Platform.Web;

namespace UngPortal.Tests.Platform;

/// <summary>Cells that spreadsheets would run, and cells that would break a line.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47", "'+47")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void V1_2_10_cells_are_harmless_and_whole(string cell, string expected) => Assert.Equal($"x,{expected}\r\n", CsvText.Line("x", cell));
}
