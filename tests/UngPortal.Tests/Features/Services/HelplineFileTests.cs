using UngPortal.Features.Services;

namespace UngPortal.Tests.Features.Services;

public sealed class HelplineFileTests
{
    private const string Good = """
        - id: en-tjeneste
          kind: helpline
          name: { nb: "En tjeneste" }
          inText: { nb: "tjenesten på 22 40 00 40" }
          description: { nb: "For deg.", nn: "For deg.", en: "For you." }
          topics: [mobbing]
          website: https://example.org
          channels:
            - { kind: phone, address: "+4722400040", display: "22 40 00 40", hours: "Mo-Fr 09:00-15:00" }
            - { kind: chat, address: "https://www.example.org/chat", hours: null }
          checked: 2026-08-13
          source: https://example.org

        """;

    [Fact]
    public void Parse_GoodEntry_GivesTheService()
    {
        var (services, problems) = HelplineFile.Parse("# Head\n---\n\n" + Good, "a.yml");

        Assert.Empty(problems);
        var service = Assert.Single(services);
        Assert.Equal(("en-tjeneste", ServiceKind.Helpline, 1), (service.Slug, service.Kind, service.Position));
        Assert.Equal("tjenesten på 22 40 00 40", service.InText.In("en"));
        Assert.Equal("For you.", service.Description.In("en"));
        Assert.Equal(["mobbing"], service.Topics);
        Assert.Equal(new DateOnly(2026, 8, 13), service.Assured);
        Assert.Equal(["tel:+4722400040", "https://www.example.org/chat"], service.Channels.Select(channel => channel.Href));
        Assert.Equal(["22 40 00 40", "example.org"], service.Channels.Select(channel => channel.DisplayAddress));
        Assert.Equal(["Mo-Fr 09:00-15:00", null], service.Channels.Select(channel => channel.Hours));
    }

    [Fact]
    public void Parse_AVideoCall_IsAPageWithHours()
    {
        var (services, problems) = HelplineFile.Parse(Good.Replace("kind: chat", "kind: video", StringComparison.Ordinal).Replace("hours: null", "hours: \"24/7\"", StringComparison.Ordinal), "a.yml");

        Assert.Empty(problems);
        Assert.Equal((ChannelKind.Video, "https://www.example.org/chat", "example.org", "24/7"), services[0].Channels.Select(channel => (channel.Kind, channel.Href, channel.DisplayAddress, channel.Hours)).Last());
    }

    [Theory]
    [InlineData("kind: helpline", "kind: shop", 2, "emergency, helpline")]
    [InlineData("kind: helpline\n", "kind: helpline\n  colour: red\n", 3, "'colour' is unknown")]
    [InlineData("nb: \"En tjeneste\"", "en: A service", 3, "lacks 'nb'")]
    [InlineData("name: { nb: \"En tjeneste\" }", "name: En tjeneste", 3, "each language")]
    [InlineData("description: { nb: \"For deg.\",", "description: {", 5, "lacks 'nb'")]
    [InlineData("inText: { nb:", "inText: { nn:", 4, "lacks 'nb'")]
    [InlineData("[mobbing]", "[Mobbing]", 6, "unknown or no slug")]
    [InlineData("[mobbing]", "[ukjent]", 6, "unknown or no slug")]
    [InlineData("[mobbing]", "mobbing", 6, "a list")]
    [InlineData("website: https", "website: http", 7, "https")]
    [InlineData("+4722400040\"", "22400040\"", 9, "dialled")]
    [InlineData("\"22 40 00 40\"", "\"22 40 00 04\"", 9, "same digits")]
    [InlineData("Mo-Fr 09:00-15:00", "Mo-Fr 9-15", 9, "at character 7")]
    [InlineData("https://www.example.org/chat", "http://www.example.org/chat", 10, "https")]
    [InlineData("kind: chat, address: \"https", "kind: video, address: \"http", 10, "https")]
    [InlineData("hours: null", "open: \"24/7\"", 10, "'open' is unknown")]
    [InlineData("checked: 2026-08-13", "checked: 13.8.2026", 11, "date")]
    [InlineData("  checked: 2026-08-13\n", "", 1, "'checked' is missing")]
    [InlineData("  source: https://example.org\n", "", 1, "'source' is missing")]
    [InlineData("id: en-tjeneste", "id: En tjeneste", 1, "lower-case")]
    [InlineData("name: {", "name: [", 3, "not valid YAML")]
    [InlineData("kind: helpline\n", "kind: helpline\n  kind: helpline\n", 3, "not valid YAML")]
    public void Parse_BadEntry_SaysTheLineAndKeepsTheOthers(string right, string wrong, int line, string message)
    {
        var other = Good.Replace("en-tjeneste", "en-annen", StringComparison.Ordinal);
        var bad = Good.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, bad);

        var (services, problems) = HelplineFile.Parse(bad + other, "a.yml", new HashSet<string> { "mobbing" });

        Assert.Equal("en-annen", Assert.Single(services).Slug);
        Assert.Equal(2, services[0].Position);
        Assert.Contains(problems, problem => problem.File == "a.yml" && problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_SameIdTwice_KeepsTheFirst()
    {
        var (services, problems) = HelplineFile.Parse(Good + Good, "a.yml");

        Assert.Single(services);
        Assert.Equal(13, Assert.Single(problems).Line);
    }

    [Fact]
    public void Parse_NoList_SaysSo()
    {
        var (services, problems) = HelplineFile.Parse("tjenester:\n  - id: en-tjeneste\n", "a.yml");

        Assert.Empty(services);
        Assert.Equal([1, 2], problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Parse_EntryWithoutChannels_IsLeftOut()
    {
        var at = Good.IndexOf("  channels:", StringComparison.Ordinal);
        var (services, problems) = HelplineFile.Parse(Good[..at] + "  checked: 2026-08-13\n  source: x\n- 7\n- [a]\n", "a.yml");

        Assert.Empty(services);
        Assert.Equal([1, 10, 11], problems.Select(problem => problem.Line));
    }
}
