using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UngPortal.Platform.Media.Films;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Media;

/// <summary>Captions are read strictly and written anew; what doesn't fit is named by its line.</summary>
public sealed class WebVttFileTests
{
    private const string Good = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHei, du.\n\nto\n00:02.000 --> 00:04.500 line:85% align:center\nDette er\nto linjer.\n";

    public static TheoryData<string, WebVttFaultKind, int> Faulty => new()
    {
        { "", WebVttFaultKind.NoHeader, 1 },
        { "1\n00:00.000 --> 00:01.000\nHei", WebVttFaultKind.NoHeader, 1 },
        { "WEBVTTX\n\n00:00.000 --> 00:01.000\nHei", WebVttFaultKind.NoHeader, 1 },
        { "\0WEBVTT\n\n00:00.000 --> 00:01.000\nHei", WebVttFaultKind.NoHeader, 1 },
        { "WEBVTT", WebVttFaultKind.NoCues, 0 },
        { "WEBVTT\n\nNOTE bare en merknad", WebVttFaultKind.NoCues, 0 },
        { "WEBVTT\n\n00:00,000 --> 00:01,000\nHei", WebVttFaultKind.BadTiming, 3 },
        { "WEBVTT\n\n00:00.000 -> 00:01.000\nHei", WebVttFaultKind.BadTiming, 4 },
        { "WEBVTT\n\n00:61.000 --> 00:99.000\nHei", WebVttFaultKind.BadTiming, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:01.000 onclick:alert(1)\nHei", WebVttFaultKind.BadTiming, 3 },
        { "WEBVTT\n\nbare tekst uten tid", WebVttFaultKind.BadTiming, 4 },
        { "WEBVTT\n\n00:00.000 --> 00:01.000\0\nHei", WebVttFaultKind.BadTiming, 3 },
        { "WEBVTT\n\n00:02.000 --> 00:01.000\nHei", WebVttFaultKind.EndsTooEarly, 3 },
        { "WEBVTT\n\n00:01.000 --> 00:01.000\nHei", WebVttFaultKind.EndsTooEarly, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\nHei\n\n00:01.999 --> 00:03.000\nDu", WebVttFaultKind.Overlaps, 6 },
        { "WEBVTT\n\n00:05.000 --> 00:06.000\nHei\n\n00:01.000 --> 00:02.000\nDu", WebVttFaultKind.Overlaps, 6 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000", WebVttFaultKind.NoText, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:01.000\nAtten tegn er det.", WebVttFaultKind.TooFast, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\n<b>Hei</b>", WebVttFaultKind.NotPlain, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\nHei &lt;du", WebVttFaultKind.NotPlain, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\nHei\0du", WebVttFaultKind.NotPlain, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\nHei\u001bdu", WebVttFaultKind.NotPlain, 3 },
        { "WEBVTT\n\n00:00.000 --> 00:02.000\n00:03.000 --> 00:04.000", WebVttFaultKind.NotPlain, 3 },
        { "WEBVTT\n\n00:59.000 --> 01:02.000\nHei", WebVttFaultKind.AfterTheEnd, 3 },
        { "WEBVTT\n\n99:00:00.000 --> 99:00:02.000\nHei", WebVttFaultKind.AfterTheEnd, 3 },
        { "WEBVTT\n\nSTYLE\n::cue { background: url(https://x.invalid) }\n\n00:00.000 --> 00:02.000\nHei", WebVttFaultKind.Styled, 3 },
        { "WEBVTT\n\nREGION\nid:a\n\n00:00.000 --> 00:02.000\nHei", WebVttFaultKind.Styled, 3 },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Read_Faulty_NamesTheLine(string text, WebVttFaultKind kind, int line) => Assert.Equal([new WebVttFault(line, kind)], WebVttFile.Read(text, 60).Faults);

    [Theory]
    [InlineData(Good)]
    [InlineData("\uFEFF" + Good)]
    [InlineData("WEBVTT - en tittel\nKind: captions\n\nNOTE\nen merknad\n\n00:00:00.000 --> 00:00:02.000\nHei, du.\n\n\n\n00:02.000 --> 00:04.500 line:85% align:center\n  Dette er\nto linjer.")]
    public void Read_Good_IsWrittenAnew(string text)
    {
        foreach (var ending in new[] { "\n", "\r\n", "\r" })
        {
            var file = WebVttFile.Read(text.Replace("\n", ending, StringComparison.Ordinal), 60);

            Assert.Empty(file.Faults);
            Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHei, du.\n\n00:00:02.000 --> 00:00:04.500 line:85% align:center\nDette er\nto linjer.\n", file.Write());
        }
    }

    [Fact]
    public void Read_AtExactlySeventeenLettersASecond_IsWell() => Assert.Empty(WebVttFile.Read("WEBVTT\n\n00:00.000 --> 00:01.000\nSytten tegn er ok", 60).Faults);

    [Fact]
    public void Read_ALineOfAMegabyte_IsTooLong() => Assert.Equal([new WebVttFault(0, WebVttFaultKind.TooLong)], WebVttFile.Read("WEBVTT\n\n" + new string('a', 1_000_000), 60).Faults);

    [Fact]
    public void Read_ManyFaults_NamesTheFirstFifty()
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < 5_000; i++)
        {
            text.Append("\nfeil --> feil\n");
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => new WebVttFault(3 + (2 * i), WebVttFaultKind.BadTiming)), WebVttFile.Read(text.ToString(), 60).Faults);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() => Prop.ForAll(
        Gen.Choose(1, 9_000).ArrayOf().Select(lengths => lengths.Select(length => Math.Max(length, 100)).ToArray()).ToArbitrary(),
        lengths =>
        {
            var text = new StringBuilder("WEBVTT\n");
            var at = 0;
            foreach (var length in lengths.Append(500))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{TimeSpan.FromMilliseconds(at):hh\\:mm\\:ss\\.fff} --> {TimeSpan.FromMilliseconds(at + length):hh\\:mm\\:ss\\.fff}\nA\n");
                at += length;
            }

            var file = WebVttFile.Read(text.ToString(), 1_800);
            return file.Faults.Count == 0 && file.Write() == text.ToString();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_ShippedCaptions_AreAllWell() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Content, "videos"), "*.vtt"), path => Assert.Empty(WebVttFile.Read(File.ReadAllText(path), 61).Faults));
}
