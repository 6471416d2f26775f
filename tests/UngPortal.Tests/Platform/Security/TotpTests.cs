using System.Text;
using UngPortal.Platform.Security;

namespace UngPortal.Tests.Platform.Security;

/// <summary>The codes of authenticator apps, against the tables of the standards.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeOf_TheTableOfRfc6238_IsTheSame(long second, string code) =>
        Assert.Equal(code, Totp.CodeOf(Secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void V6_5_5_Match_ACodeOfAnotherTime_HoldsForOneStepEachWay(int seconds, bool holds)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);

        var step = Totp.Match(Secret, Totp.CodeOf(Secret, Totp.StepOf(now.AddSeconds(seconds))), now, 0);

        Assert.Equal(holds ? Totp.StepOf(now.AddSeconds(seconds)) : null, step);
    }

    [Fact]
    public void V6_5_1_Match_TheStepThatWasUsedOrAnEarlierOne_DoesNotHold()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = Totp.StepOf(now);

        Assert.Null(Totp.Match(Secret, Totp.CodeOf(Secret, step), now, step));
        Assert.Null(Totp.Match(Secret, Totp.CodeOf(Secret, step - 1), now, step));
        Assert.Equal(step + 1, Totp.Match(Secret, Totp.CodeOf(Secret, step + 1), now, step));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("٢٨٧٠٨٢")]
    [InlineData("-87082")]
    public void Match_WhatIsNoCode_DoesNotHold(string? code) => Assert.Null(Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(59), 0));

    [Fact]
    public void Match_ACodeWithASpaceInTheMiddle_Holds() => Assert.NotNull(Totp.Match(Secret, "287 082", DateTimeOffset.FromUnixTimeSeconds(59), 0));

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void TextOf_TheTableOfRfc4648_IsTheSame(string bytes, string text) => Assert.Equal(text, Totp.TextOf(Encoding.ASCII.GetBytes(bytes)));
}
