using System.Text.RegularExpressions;
using System.Xml.Linq;
using UngPortal.Features.Accounts.External;
using UngPortal.Features.Accounts.People;
using UngPortal.Features.Averting;
using UngPortal.Features.Choosing;
using UngPortal.Features.Importing;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Agreements;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.PersonalData;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Exporting;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Upkeep;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media.Films;
using UngPortal.Testing;

namespace UngPortal.Tests.Content;

/// <summary>What the site itself says, in three languages.</summary>
public sealed partial class InterfaceTextTests
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.resx", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Count(c => c == '.') == 1),
    ];

    /// <summary>Keys that are put together while the site runs, and what the beginnings are followed by.</summary>
    private static readonly Dictionary<string, string[]> Dynamic = new(StringComparer.Ordinal)
    {
        ["Count_"] = [.. new[] { "Article", "Video", "Illustration" }.SelectMany(kind => new[] { kind, kind + "_One" })],
        ["Controller_LogDays"] = ["", "_One"],
        ["Wait_Hours"] = ["", "_One"],
        ["Error_"] = [.. new[] { "404", "410", "413", "422", "429", "500", "503" }.SelectMany(status => new[] { status + "_Title", status + "_Text" })],
        ["Kind_"] = ["article", "question", "video", "illustration", "tool", "service"],
        ["Gender_"] = Enum.GetNames<AskerGender>(),
        ["Library_In_"] = ["nb", "nn", "en"],
        ["Library_Card_"] = ["nb", "nn", "en"],
        ["Library_"] = [.. new[] { "Count", "Alike" }.SelectMany(key => new[] { key, key + "_One" })],
        ["Tools_"] = [.. new[] { "Count", "LeftOut" }.SelectMany(key => new[] { key, key + "_One" })],
        ["ToolPlatform_"] = Enum.GetNames<ToolPlatform>(),
        ["ToolLanguage_"] = [.. ToolFacts.KnownLanguages],
        ["ToolPrice_"] = [.. Enum.GetNames<ToolPrice>().Except([nameof(ToolPrice.Unknown)])],
        ["ToolEvidence_"] = Enum.GetNames<ToolEvidence>(),
        ["ToolStanding_"] = [.. Enum.GetNames<ToolStanding>().Except([nameof(ToolStanding.Assured)])],
        ["ToolMeaning_"] = [.. Enum.GetNames<ToolStanding>().Except([nameof(ToolStanding.Assured)])],
        ["ToolDesk_"] = ["Reports", "Reports_One"],
        ["Screenshots_"] = ["Count", "Count_One"],
        ["ToolState_"] = Enum.GetNames<ToolState>(),
        ["ToolStep_"] = Enum.GetNames<ToolStep>(),
        ["ReviewCause_"] = Enum.GetNames<ReviewCause>(),
        ["CertificationOutcome_"] = Enum.GetNames<CertificationOutcome>(),
        ["AssessmentPart_"] = Enum.GetNames<AssessmentPart>(),
        ["AssessPoints_"] = ["0", "1", "2", "3", "4"],
        ["ApprovalProblem_"] = Enum.GetNames<ApprovalProblem>(),
        ["QualityArea_"] = Enum.GetNames<QualityArea>(),
        ["QualityAsk_"] = Enum.GetNames<QualityArea>(),
        ["Services_"] = ["Count", "Count_One"],
        ["Finder_ToldCount"] = ["", "_One"],
        ["Spoken_"] = [.. SpokenLanguages.All],
        ["Told_"] = [.. ToldFacts.All],
        ["ToldGroup_"] = ["access", "languages", "offers", "people"],
        ["ServiceKind_"] = Enum.GetNames<ServiceKind>(),
        ["ServiceState_"] = Enum.GetNames<ServiceState>(),
        ["ExportFormat_"] = Enum.GetNames<ExportFormat>(),
        ["ImportFault_"] = Enum.GetNames<ImportFaultKind>(),
        ["ImportField_"] = ["ages", "alert", "assured", "channels", "confidentiality", "cost", "description", "hoursNote", "inText", "isDropIn", "kind", "languages", "location", "municipality", "name", "note", "position", "runBy", "serves", "source", "told", "topics", "type", "website"],
        ["ImportState_"] = Enum.GetNames<ImportRunState>(),
        ["RowOutcome_"] = Enum.GetNames<RowOutcome>(),
        ["Freshness_"] = Enum.GetNames<Freshness>(),
        ["LinkFault_"] = Enum.GetNames<LinkFault>(),
        ["ReportedFault_"] = Enum.GetNames<ReportedFault>(),
        ["RegisterFilter_"] = Enum.GetNames<RegisterFilter>(),
        ["Criterion_"] = Enum.GetNames<ListingCriterion>(),
        ["ServiceAction_"] = ["service-assured", "service-withdrawn", "service-listed", "service-assurer-named", "service-facts", "service-contact", "service-exception", "service-exception-removed", "service-judged", "service-added", "service-report-handled"],
        ["Register_"] = ["ReportCount", "ReportCount_One"],
        ["Language_"] = ["nb", "nn", "en"],
        ["Way_"] = Enum.GetNames<ChannelKind>(),
        ["Role_"] = Enum.GetNames<StaffRole>(),
        ["DraftState_"] = Enum.GetNames<DraftState>(),
        ["DraftKind_"] = Enum.GetNames<PublicationKind>(),
        ["Sensitivity_"] = Enum.GetNames<Sensitivity>(),
        ["Step_"] = Enum.GetNames<DraftStep>().Where(step => step != nameof(DraftStep.Write)).ToArray(),
        ["Channel_"] = Enum.GetNames<ChannelKind>(),
        ["Chooser_Haste_"] = Enum.GetNames<Haste>(),
        ["Chooser_Manner_"] = Enum.GetNames<Manner>(),
        ["Emergency_"] = ["113", "112", "110", "116117", "giftinformasjonen"],
        ["Audit_"] = ["audit-cut", "audit-exported", "import-asked", "import-failed", "import-outdated", "import-read", "import-undo-asked", "import-undo-failed", "import-undone", "services-exported", "services-imported", "signed-in", "signed-out"],
        ["AuditFault_"] = Enum.GetNames<AuditFaultKind>(),
        ["MailState_"] = Enum.GetNames<MailState>(),
        ["Licence_"] = Enum.GetNames<MediaLicence>(),
        ["FilmState_"] = Enum.GetNames<FilmState>(),
        ["FilmFailure_"] = Enum.GetNames<FilmFailure>(),
        ["CaptionFault_"] = Enum.GetNames<WebVttFaultKind>(),
        ["Sector_"] = Enum.GetNames<Sector>(),
        ["Decline_"] = Enum.GetNames<DeclineReason>(),
        ["DeclineName_"] = [.. Enum.GetNames<DeclineReason>().Except([nameof(DeclineReason.AlreadyAnswered)])],
        ["Severity_"] = Enum.GetNames<Severity>(),
        ["QuestionState_"] = Enum.GetNames<QuestionState>(),
        ["Queue_"] = [.. Enum.GetNames<QuestionQueue.Outcome>().Except([nameof(QuestionQueue.Outcome.Taken)])],
        ["ReviewReason_"] = Enum.GetNames<ReviewReason>(),
        ["Alert_"] = [.. Enum.GetNames<AlertStage>().Except([nameof(AlertStage.None)])],
        ["Answer_"] = [.. new[] { "Greeting", "Brief", "Explanation", "Steps", "Closing" }.Select(section => section + "_Hint")],
        ["Pace_"] = Enum.GetNames<AgreementPace>(),
        ["Averting_"] = [.. new[] { "Facts", "Law", "Alternatives", "Reason", "Done" }.Select(part => part + "_Hint")],
        ["CaseState_"] = [.. Enum.GetNames<CaseState>().SelectMany(state => new[] { state, state + "_Next" })],
        ["CaseStep_"] = Enum.GetNames<CaseStep>(),
        ["CaseDecision_"] = Enum.GetNames<CaseDecision>(),
        ["Parents_"] = Enum.GetNames<ParentsStatus>(),
        ["PersonState_"] = Enum.GetNames<PersonState>(),
        ["StaffMail_"] = [.. new[] { "Join", "BeginAnew", "Password" }.SelectMany(kind => new[] { kind + "_Subject", kind + "_Text" })],
        ["StaffNotice_"] = ["roles", "password", "app", "codes", "passkey", "new-browser", "began-anew"],
        ["News_"] = DraftNews.Actions,
        ["Files_"] = [.. Enum.GetNames<DifferenceState>().SelectMany(state => new[] { state, state + "_Lead" })],
        ["Comments_"] = ["Resolve", "Reopen"],
        ["Markdown_"] = Enum.GetNames<MarkdownFault>(),
        ["Tool_"] = [.. new[] { "Bold", "Italic", "H2", "H3", "List", "Numbers", "Link", "Quote", "FactBox", "Accordion", "Figure", "Service" }.SelectMany(tool => new[] { tool, tool + "_Face", tool + "_Words" })],
        ["Advice_"] = [.. Enum.GetValues<PersonalDataKind>().Where(kind => kind < PersonalDataKind.Place).Select(kind => kind.ToString())],
        ["Mark_"] = Enum.GetNames<PersonalDataKind>(),
        ["PrivateReason_"] = Enum.GetNames<PrivateReason>(),
        ["Publish_Field_"] = ["Tittel", "Sporsmal", "Endring", "Hilsen", "Kort", "Forklaring", "Gjor", "Avslutning"],
        ["External_"] = Enum.GetNames<ExternalRefusal>(),
    };

    /// <summary>Every feature's texts together, by language.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = new[] { "nb", "nn", "en" }.ToDictionary(
        language => language,
        language => Files.SelectMany(file => Read(file, language)).ToDictionary(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static readonly string Source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Keys_OfEveryFileAndLanguage_AreTheSameAndSorted() => Assert.All(Files, file =>
    {
        string[] keys = [.. Read(file, "nb").Select(text => text.Key)];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys, Read(file, "nn").Select(text => text.Key));
        Assert.Equal(keys, Read(file, "en").Select(text => text.Key));
    });

    [Fact]
    public void Texts_OfEveryLanguage_AreThereWithTheSamePlaceholders()
    {
        var different = Texts["nb"].Where(text => Texts.Values.Any(other => string.IsNullOrWhiteSpace(other[text.Key]) || !Placeholders(other[text.Key]).SetEquals(Placeholders(text.Value))));

        Assert.Empty(different.Select(text => text.Key));
    }

    [Fact]
    public void Keys_ThatPagesAskFor_AreThere()
    {
        var asked = Asked().Matches(Source).Select(match => match.Groups[1].Value).Where(key => !Dynamic.ContainsKey(key));
        var composed = Dynamic.SelectMany(pair => pair.Value.Select(end => pair.Key + end));

        Assert.Empty(asked.Concat(composed).Distinct().Where(key => !Texts["nb"].ContainsKey(key)).Select(key => key));
    }

    [Fact]
    public void Keys_ThatAreThere_AreUsed()
    {
        var literals = Literal().Matches(Source).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var composed = Dynamic.SelectMany(pair => pair.Value.Select(end => pair.Key + end)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Texts["nb"].Keys.Where(key => !literals.Contains(key) && !composed.Contains(key)).Select(key => key));
    }

    private static IEnumerable<KeyValuePair<string, string>> Read(string file, string language) =>
        XDocument.Load(language == "nb" ? file : Path.ChangeExtension(file, $"{language}.resx")).Descendants("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:T|texts)\[""([A-Za-z0-9_]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"""([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();
}
