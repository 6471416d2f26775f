using System.Net;
using System.Text.RegularExpressions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Whoever asks for another organisation's row is told that there is none, by every handler of every page that takes a number or a name.</summary>
public sealed partial class RowLimitTests(PortalApp app) : IClassFixture<PortalApp>
{
    /// <summary>Rights over the whole portal: these see every organisation's rows, a chief editor those of the content.</summary>
    private static readonly StaffRole[] WholePortal = [StaffRole.PortfolioManager, StaffRole.PlatformAdmin, StaffRole.ChiefEditor];

    /// <summary>Who stands for the owner, whichever may open the page first.</summary>
    private static readonly StaffRole[] Owners = [StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.PortfolioManager];

    private const string Questions = "a question belongs to no organisation: DeskJourneyTests hold who may read which";

    private const string Averting = "a case is its people's and every safeguarding officer's: AvertingTests hold who may read it";

    private const string Closing = "a closing period is the whole portal's";
    private const string Register = "the register is the whole portal's";
    private const string Snippet = "a text block is the whole portal's";

    /// <summary>Tools and their criteria are the whole portal's: <see cref="Features.SelfHelpTools.CertifyingTests"/> hold who may do what with them.</summary>
    internal static readonly string[] Tools =
    [
        "/admin/verktoy/kriterier/{number:int}",
        "/admin/verktoy/{id:int}",
        "/admin/verktoy/{id:int}/avgjorelse",
        "/admin/verktoy/{id:int}/fakta",
        "/admin/verktoy/{id:int}/meldinger",
        "/admin/verktoy/{id:int}/skjermbilder",
        "/admin/verktoy/{id:int}/ungdomspanel",
        "/admin/verktoy/{id:int}/vurdering/{part}",
        "/admin/verktoy/{id:int}/vurdering/{part}/les",
    ];

    /// <summary>What may answer otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["GET /admin/medier/{name}"] = "every editor may look at every picture",
        ["GET /admin/sporsmal/sortering/{id:guid?}"] = Questions,
        ["POST /admin/sporsmal/sortering/{id:guid?}"] = Questions,
        ["GET /admin/sporsmal/svar/{publicId:int}"] = Questions,
        ["POST /admin/sporsmal/svar/{publicId:int}"] = Questions,
        ["GET /admin/avverging/{id:guid}"] = Averting,
        ["GET /admin/avverging/{id:guid}/steg"] = Averting,
        ["POST /admin/avverging/{id:guid}/steg"] = Averting,
        ["GET /admin/sporsmal/stengt/{id:int}"] = Closing,
        ["POST /admin/sporsmal/stengt/{id:int}"] = Closing,
        ["GET /admin/sporsmal/tekstbiter/{id:int}"] = Snippet,
        ["POST /admin/sporsmal/tekstbiter/{id:int}"] = Snippet,
        ["GET /admin/tjenester/import/{id:int}"] = Register,
        ["POST /admin/tjenester/import/{id:int}"] = Register,
        ["GET /admin/tjenester/{id:int}"] = Register,
        ["POST /admin/tjenester/{id:int}"] = Register,
        ["GET /admin/tjenester/{id:int}/kontakt"] = Register,
        ["POST /admin/tjenester/{id:int}/kontakt"] = Register,
        ["GET /admin/tjenester/{id:int}/kriterier"] = Register,
        ["POST /admin/tjenester/{id:int}/kriterier"] = Register,
        ["GET /admin/tjenester/{id:int}/opplysninger"] = Register,
        ["POST /admin/tjenester/{id:int}/opplysninger"] = Register,
        ["GET /admin/tjenester/{id:int}/unntak"] = Register,
        ["POST /admin/tjenester/{id:int}/unntak"] = Register,
        ["GET /admin/logg-inn/via/{key}"] = "the name is a sign-in provider's, nobody's row",
        ["GET /admin/invitasjon/{token}"] = "the token is the right to it",
        ["POST /admin/invitasjon/{token}"] = "the token is the right to it",
        ["GET /admin/nytt-passord/{token}"] = "the token is the right to it",
        ["POST /admin/nytt-passord/{token}"] = "the token is the right to it",
        ["GET /admin/oppsett/{token}"] = "the token is the right to it",
        ["POST /admin/oppsett/{token}"] = "the token is the right to it",
    };

    [Fact]
    public async Task V8_2_2_Handlers_ThatTakeARow_AnswerStrangersNotFound()
    {
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var asked = (await StaffEndpoints.OfAsync(app)).Where(handler => Parameter().IsMatch(handler.Route) && !Exceptions.ContainsKey($"{handler.Method} {handler.Route}") && !Tools.Contains(handler.Route)).ToList();
        var different = new List<string>();
        foreach (var role in asked.SelectMany(handler => handler.Roles).Distinct().Except(WholePortal).Append(StaffRole.Editor).Distinct())
        {
            using var stranger = await app.SignInAsAsync(role, StaffVisits.OtherHouse);
            var token = await stranger.TokenAsync();
            foreach (var handler in asked)
            {
                Assert.True(rows.TryGetValue(handler.Route, out var address), $"{handler.Route} takes a row: say in RowsOfAsync which one of the organisation's.");
                using var answer = await stranger.AskAsync(handler, address!, token);
                var expected = handler.Roles.Count == 0 || handler.Roles.Contains(role) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
                if (answer.StatusCode != expected)
                {
                    different.Add($"{handler.Method} {address}{handler.Query} as {role}: {answer.StatusCode}, not {expected}");
                }
            }
        }

        Assert.Empty(different);
        Assert.Contains(asked, handler => handler.IsPost && handler.Roles.Contains(StaffRole.Editor));
        Assert.Contains(asked, handler => handler.IsPost && handler.Roles.Contains(StaffRole.OrganisationAdmin));
    }

    /// <summary>The test above proves nothing where the row isn't there at all.</summary>
    [Fact]
    public async Task V8_2_2_Handlers_ThatTakeARow_KnowTheOwnersRows()
    {
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var pages = (await StaffEndpoints.OfAsync(app)).Where(handler => !handler.IsPost && rows.ContainsKey(handler.Route) && !handler.Route.StartsWith("/admin/sporsmal", StringComparison.Ordinal) && !handler.Route.StartsWith("/admin/avverging", StringComparison.Ordinal)).ToList();
        var missing = new List<string>();
        foreach (var handler in pages)
        {
            using var owner = await app.SignInAsAsync(Owners.First(handler.Roles.Contains));
            owner.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            using var answer = await owner.AskAsync(handler, rows[handler.Route], "");
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found))
            {
                missing.Add($"{rows[handler.Route]}: {answer.StatusCode}");
            }
        }

        Assert.Empty(missing);
        Assert.Equal(pages.Select(handler => handler.Route).Order(StringComparer.Ordinal), rows.Keys.Where(route => pages.Exists(page => page.Route == route)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Parameter();
}
