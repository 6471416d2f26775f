using System.Text.RegularExpressions;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Tests.Features.Services;

/// <summary>The shipped content file, entry by entry.</summary>
public sealed partial class HelplineContentTests
{
    private static readonly string Content = FindContent();
    private static readonly HashSet<string> Topics =
        [.. SlugPattern().Matches(File.ReadAllText(Path.Combine(Content, "topics.yml"))).Select(match => match.Groups[1].Value)];

    private readonly (IReadOnlyList<Service> Services, IReadOnlyList<ImportProblem> Problems) _file =
        HelplineFile.Parse(File.ReadAllText(Path.Combine(Content, "services", "helplines.yml")), "services/helplines.yml", Topics);

    [Fact]
    public void Parse_ShippedFile_HasNoProblem()
    {
        Assert.Empty(_file.Problems.Select(problem => problem.ToString()));
        Assert.Equal(52, _file.Services.Count);
    }

    [Fact]
    public void Parse_ShippedFile_BeginsWithTheNumbersForEmergencies() =>
        Assert.Equal(
            ["113", "112", "110", "116117", "116111", "116123", "116006"],
            _file.Services.OrderBy(service => service.Position).Take(7).Select(service => service.Channels[0].Address));

    [Fact]
    public void Parse_ShippedFile_HasThreeLanguagesEach() =>
        Assert.All(_file.Services, service =>
        {
            Assert.Equal(["en", "nb", "nn"], service.Name.Keys.Order());
            Assert.Equal(["en", "nb", "nn"], service.Description.Keys.Order());
            Assert.All(service.Description.Values, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        });

    [Fact]
    public void Parse_ShippedFile_HasHoursThatParse() =>
        Assert.All(_file.Services.SelectMany(service => service.Channels).Where(channel => channel.Hours is not null), channel =>
            Assert.True(OpeningHours.TryParse(channel.Hours, out _, out var error), $"{channel.Hours} {error}"));

    [Theory]
    [InlineData("113")]
    [InlineData("112")]
    [InlineData("110")]
    [InlineData("116117")]
    [InlineData("116111")]
    [InlineData("116123")]
    [InlineData("116006")]
    [InlineData("+4722400040")]
    [InlineData("+4722591300")]
    [InlineData("02800")]
    public void Parse_ShippedFile_KnowsWhoAnswersAroundTheClock(string number)
    {
        var channel = _file.Services.Select(service => service.Channels[0]).First(channel => channel.Address == number);
        Assert.True(OpeningHours.ParseOrNull(channel.Hours)!.IsAlwaysOpen);
    }

    [Fact]
    public void Parse_ShippedFile_CallsFromATextOnlyWhoAnswersDayAndNight() =>
        Assert.All(_file.Services.Where(service => service.InText.Values.Any(text => text.Any(char.IsAsciiDigit))), service =>
        {
            var phone = service.Channels.Single(channel => channel.Kind == ChannelKind.Phone);
            Assert.Equal(["en", "nb", "nn"], service.InText.Keys.Order());
            Assert.All(service.InText.Values, text => Assert.EndsWith(phone.DisplayAddress, text.TrimEnd(')'), StringComparison.Ordinal));
            Assert.All(service.InText.Values, text => Assert.True(service.Channels.Count == 1 || text.EndsWith($" ({phone.DisplayAddress})", StringComparison.Ordinal), text));
            Assert.True(OpeningHours.ParseOrNull(phone.Hours)!.IsAlwaysOpen);
        });

    private static string FindContent()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "content")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("content/ is not above the tests.");
        }

        return Path.Combine(folder.FullName, "content");
    }

    [GeneratedRegex(@"slug: ([a-z0-9-]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex SlugPattern();
}
