using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UngPortal.Features.Questions.Codes;
using UngPortal.Tests.Platform.Sealing;

namespace UngPortal.Tests.Features.Questions.Codes;

/// <summary>How codes are made, read and known again.</summary>
public sealed class AnswerCodeTests
{
    private const int Many = 100_000;
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);
    private static readonly Lazy<List<string>> Codes = new(() => [.. Enumerable.Range(0, Many).Select(_ => New().ToString())]);

    [Fact]
    public void V11_5_1_codes_have_five_words_of_the_list_each_as_likely()
    {
        var words = Codes.Value.ConvertAll(code => code.Split('-'));

        Assert.All(words, code => Assert.Equal(AnswerCode.Words, code.Length));
        Assert.Equal(Many, Codes.Value.Distinct(StringComparer.Ordinal).Count());
        for (var place = 0; place < AnswerCode.Words; place++)
        {
            var counts = words.CountBy(code => code[place]).ToDictionary(StringComparer.Ordinal);
            var expected = (double)Many / CodeWords.Count;
            var chi = CodeWords.All.Sum(word => Math.Pow(counts.GetValueOrDefault(word) - expected, 2) / expected);

            // With 2 047 degrees of freedom, six deviations from the mean are met once in hundreds of millions of runs.
            Assert.InRange(chi, 2_047 - (6 * Math.Sqrt(2 * 2_047)), 2_047 + (6 * Math.Sqrt(2 * 2_047)));
            Assert.Equal(CodeWords.Count, counts.Count);
        }
    }

    [Fact]
    public void From_AnySecret_MakesNoCodeThatReadsInTwoWaysWhenWrittenInOne() => Assert.All(Codes.Value.Take(20_000), code =>
    {
        Assert.Equal(code, AnswerCode.Parse(code.Replace("-", "", StringComparison.Ordinal))?.ToString());
        Assert.Equal(code, AnswerCode.Parse(Long(code).Replace("-", "", StringComparison.Ordinal))?.ToString());
    });

    [Fact]
    public void From_TheSameSecret_MakesTheSameCodeUnderThatKeyAlone()
    {
        byte[] secret = [.. Enumerable.Range(0, 16).Select(n => (byte)n)];

        Assert.Equal(AnswerCode.From(Key, secret).ToString(), AnswerCode.From(Key, secret).ToString());
        Assert.NotEqual(AnswerCode.From(Key, secret).ToString(), AnswerCode.From(RandomNumberGenerator.GetBytes(32), secret).ToString());
    }

    [Theory]
    [InlineData("åkerbær-ærfugl-ørken-yoga-zoolog")]
    [InlineData("abbor-yngel-adresse-ytterdør-åpen")]
    public void Parse_HoweverItIsTyped_FindsTheSameCode(string code)
    {
        string[] ways =
        [
            code, code.ToUpperInvariant(), code.Replace('-', ' '), code.Replace("-", ", ", StringComparison.Ordinal), code.Replace("-", "", StringComparison.Ordinal), code.Replace("-", "  -  ", StringComparison.Ordinal),
            code.Replace('-', '–'), code.Replace('-', '\n'), code.Replace('-', '.'), code.Replace('-', '_'), Long(code), Long(code).ToUpperInvariant(), Long(code).Replace('-', ' '), Short(code), Short(code).Replace('-', ' '),
            Short(code).Replace("-", "", StringComparison.Ordinal), code.Replace('æ', 'ä').Replace('ø', 'ö'), code.Normalize(NormalizationForm.FormD), code.Normalize(NormalizationForm.FormD).ToUpperInvariant(),
            string.Join(' ', code.Split('-').Select(word => word[..4])), string.Join('-', Long(code).Split('-').Select(word => word[..4])), string.Join(' ', Short(code).Split('-').Select(word => word[..4].ToUpperInvariant())),
            $"  {code}\t", $"\r\n{code}\r\n", new string(' ', 500) + code + new string('\n', 500), $"«{code}»", $"1. {code}!", string.Join(' ', code.Split('-').Select((word, at) => $"{at + 1}) {word}")),
        ];

        Assert.All(ways, way => Assert.Equal(code, AnswerCode.Parse(way)?.ToString()));
    }

    [Fact]
    public void Parse_ManyCodesInEverySpelling_FindsThemAgain() => Assert.All(Codes.Value.Take(5_000), code =>
    {
        Assert.Equal(code, AnswerCode.Parse(code.Normalize(NormalizationForm.FormD))?.ToString());
        Assert.Equal(code, AnswerCode.Parse(Short(code))?.ToString());
        Assert.Equal(code, AnswerCode.Parse(Long(code).ToUpperInvariant())?.ToString());
        Assert.Equal(code, AnswerCode.Parse(string.Join(' ', code.Split('-').Select(word => word[..4])))?.ToString());
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("     ")]
    [InlineData("-----")]
    [InlineData("åkerbær-ærfugl-abbor-yoga")]
    [InlineData("åkerbær-ærfugl-abbor-yoga-zoolog-adresse")]
    [InlineData("åkerbærærfuglabboryoga")]
    [InlineData("åke-ærf-abb-yog-zoo")]
    [InlineData("hei kan dere hjelpe meg")]
    [InlineData("1 2 3 4 5")]
    [InlineData("😀😀😀😀😀")]
    [InlineData("' OR 1=1; DROP TABLE QuestionThreads; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("åkerbær-ærfugl-abbor-yoga-\u0000")]
    [InlineData("\ud800-\udfff-\ud800-\udfff-\ud800")]
    [InlineData("ИИИИ-ИИИИ-ИИИИ-ИИИИ-ИИИИ")]
    [InlineData("ııııı-ſſſſſ-ﬁﬁﬁﬁ-ǅǅǅǅ-ßßßß")]
    public void Parse_WhatIsNoCode_FindsNone(string? typed) => Assert.Null(AnswerCode.Parse(typed));

    [Fact]
    public void Parse_AMegabyte_FindsNoneAtOnce()
    {
        Assert.Null(AnswerCode.Parse(new string('a', 1_000_000)));
        Assert.Null(AnswerCode.Parse(string.Concat(Enumerable.Repeat("åkerbær-", 125_000))));
        Assert.Null(AnswerCode.Parse(string.Concat(Enumerable.Repeat("a\u030a", 500_000))));
    }

    [Fact]
    public void Parse_RandomText_NeverThrows()
    {
        var signs = "aåæøe-, \t\u030a\ud83d😀İß0'<>\0";
        for (var i = 0; i < 20_000; i++)
        {
            var typed = new string(RandomNumberGenerator.GetItems<char>(signs, RandomNumberGenerator.GetInt32(1, 40)));
            _ = AnswerCode.Parse(typed);
        }
    }

    [Fact]
    public void V11_4_2_a_hash_is_slow_and_tells_neither_words_nor_their_hmac()
    {
        var keys = TestKeys.Ring(TestKeys.Settings(TestKeys.New()));
        var hashing = new CodeHashing(keys);
        var (one, other) = (New(), New());
        var bytes = new byte[10];
        foreach (var (at, word) in one.ToString().Split('-').Index())
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at * 2), (ushort)CodeWords.All.ToList().IndexOf(word));
        }

        var hash = hashing.HashOf(one);

        Assert.Equal(hash, hashing.HashOf(AnswerCode.Parse(Short(one.ToString()))));
        Assert.NotEqual(hash, hashing.HashOf(other));
        Assert.NotEqual(hash, hashing.HashOf(null));
        Assert.NotEqual(hash, new CodeHashing(TestKeys.Ring(TestKeys.Settings(TestKeys.New()))).HashOf(one));
        byte[][] plain = [bytes, Encoding.UTF8.GetBytes(one.ToString()), Encoding.UTF8.GetBytes(string.Concat(one.ToString().Split('-')))];
        Assert.All(plain, text =>
        {
            Assert.NotEqual(hash, HMACSHA256.HashData(keys.Derive("answer-codes"), text));
            Assert.NotEqual(hash, SHA256.HashData(text));
            Assert.True(hash.AsSpan().IndexOf(text) < 0);
        });
    }

    private static AnswerCode New() => AnswerCode.From(Key, RandomNumberGenerator.GetBytes(16));

    private static string Long(string word) => word.Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal);

    private static string Short(string word) => word.Replace('æ', 'a').Replace('ø', 'o').Replace('å', 'a');
}
