using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Who gets through which door, asked over HTTP: every staff address of the route table as each of the 17 roles and as a visitor.</summary>
public sealed partial class AccessTableTests(PortalApp app) : IClassFixture<PortalApp>
{
    /// <summary>Features that a platform administrator may enter. None of them holds what young people write.</summary>
    private static readonly string[] Administration = ["Accounts", "Auditing", "Organisations", "StaffHome"];

    /// <summary>Rights over the whole portal: these see every organisation's rows, a chief editor those of the content.</summary>
    private static readonly StaffRole[] WholePortal = [StaffRole.PortfolioManager, StaffRole.PlatformAdmin, StaffRole.ChiefEditor];

    /// <summary>What every editor may look at, whoever's it is, changing another organisation's picture being refused by the library's own tests; and questions, text blocks, closing periods and cases, which belong to no organisation.</summary>
    private static readonly string[] SharedByAll = ["/admin/medier/{name}", "/admin/medier/{name}/bytt", "/admin/sporsmal/sortering/{id:guid?}", "/admin/sporsmal/svar/{publicId:int}", "/admin/sporsmal/stengt/{id:int}", "/admin/sporsmal/tekstbiter/{id:int}", "/admin/avverging/{id:guid}", "/admin/avverging/{id:guid}/steg", "/admin/tjenester/import/{id:int}", "/admin/tjenester/{id:int}", "/admin/tjenester/{id:int}/kontakt", "/admin/tjenester/{id:int}/kriterier", "/admin/tjenester/{id:int}/opplysninger", "/admin/tjenester/{id:int}/unntak", .. RowLimitTests.Tools];

    private static readonly IReadOnlyList<Door> Doors = [.. RouteTableTests.Table.Select(Door.Parse).Where(door => door.Route == "/admin" || door.Route.StartsWith("/admin/", StringComparison.Ordinal))];

    [Fact]
    public async Task V8_2_1_Doors_AskedAsEveryRole_AnswerAsTheTableSays()
    {
        var different = new List<string>();
        using (var visitor = app.CreateVisitor())
        {
            foreach (var door in Doors.Where(door => door.CanBeRead))
            {
                AddIfDifferent(different, door, "visitor", door.IsForEveryone ? "in" : "to the sign-in", await AnswerAsync(visitor, door));
            }
        }

        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var client = await app.SignInAsAsync(role);
            foreach (var door in Doors.Where(door => door.CanBeRead))
            {
                var expected = door.IsForEveryone || door.Roles.Count == 0 || door.Roles.Contains(role) ? "in" : "refused";
                AddIfDifferent(different, door, role.ToString(), expected, await AnswerAsync(client, door));
            }
        }

        Assert.Empty(different);
    }

    [Fact]
    public async Task V8_2_1_Doors_WithNothingOnThem_AreForStaff()
    {
        var fallback = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var somewhere = new DefaultHttpContext();
        somewhere.SetEndpoint(new Endpoint(null, null, "a page that nobody thought of"));

        var answer = await app.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(new ClaimsPrincipal(new ClaimsIdentity()), somewhere, fallback!);

        Assert.False(answer.Succeeded);
        Assert.Contains(Doors, door => !door.IsForEveryone && door.Roles.Count == 0);
    }

    [Fact]
    public async Task V8_2_1_Doors_AfterTheAgreementEnded_RefuseEveryRole()
    {
        const string House = "974761076";
        var open = new List<string>();
        var clients = new List<(StaffRole Role, int Id)>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            clients.Add((role, await app.HireAsync(House, role)));
        }

        await app.EndAgreementAsync(House);
        foreach (var (role, id) in clients)
        {
            using var client = await app.SignInAsync(id);
            foreach (var door in Doors.Where(door => door.CanBeRead && door.Roles.Contains(role)))
            {
                AddIfDifferent(open, door, role.ToString(), "refused", await AnswerAsync(client, door));
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task V8_2_2_Doors_WithANumber_AnswerOthersNotFound()
    {
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var different = new List<string>();
        var numbered = Doors.Where(door => Parameter().IsMatch(door.Route) && door.CanBeRead && !door.IsForEveryone && !SharedByAll.Contains(door.Route)).ToList();
        foreach (var role in numbered.SelectMany(door => door.Roles).Except(WholePortal).Append(StaffRole.Editor).Distinct())
        {
            using var stranger = await app.SignInAsAsync(role, StaffVisits.OtherHouse);
            foreach (var door in numbered)
            {
                Assert.True(rows.TryGetValue(door.Route, out var address), $"{door.Route} takes a number: say in RowsOfAsync which one of the organisation's.");
                using var answer = await stranger.GetAsync(new Uri(address!, UriKind.Relative));
                var expected = door.Roles.Count == 0 || door.Roles.Contains(role) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden;
                if (answer.StatusCode != expected)
                {
                    different.Add($"{address} as {role}: {answer.StatusCode}");
                }
            }
        }

        Assert.NotEmpty(numbered);
        Assert.Empty(different);
        using var manager = await app.SignInAsAsync(StaffRole.PortfolioManager);
        foreach (var door in numbered.Where(door => door.Roles.Contains(StaffRole.PortfolioManager)))
        {
            using var answer = await manager.GetAsync(new Uri(rows[door.Route], UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public void Doors_OfAPlatformAdministrator_LeadToNoYoungPersonsText()
    {
        var entered = Doors.Where(door => !door.IsForEveryone && (door.Roles.Count == 0 || door.Roles.Contains(StaffRole.PlatformAdmin)));

        Assert.Empty(entered.Where(door => !Administration.Contains(door.Feature)).Select(door => door.Route));
    }

    private static void AddIfDifferent(List<string> different, Door door, string who, string expected, string answer)
    {
        if (answer != expected)
        {
            different.Add($"{door.Route} as {who}: {answer}, not {expected}");
        }
    }

    /// <summary>A page for everyone may send people on, or say that a link is used up: all of that is in.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, Door door)
    {
        using var answer = await client.GetAsync(new Uri(door.Sample(), UriKind.Relative));
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when answer.Headers.Location!.ToString().Contains("/admin/logg-inn?til=", StringComparison.Ordinal) => "to the sign-in",
            // What scripts open has no page to send anybody on.
            HttpStatusCode.Unauthorized => "to the sign-in",
            < HttpStatusCode.InternalServerError when door.IsForEveryone => "in",
            HttpStatusCode.BadRequest when door.Feature == "endpoint" => "in",
            HttpStatusCode.OK or HttpStatusCode.NotFound => "in",
            HttpStatusCode.Forbidden => "refused",
            var other => other.ToString(),
        };
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Parameter();

    private sealed record Door(string Route, string Feature, bool CanBeRead, bool IsForEveryone, IReadOnlyList<StaffRole> Roles)
    {
        /// <summary>Who may pass, from the table's fourth column: everyone, staff, or the named roles.</summary>
        public static Door Parse(string row)
        {
            var columns = row.Split(" · ");
            var roles = columns[3].Split(" + ").SelectMany(part => part.Split(',')).Where(name => Enum.TryParse<StaffRole>(name, out _)).Select(Enum.Parse<StaffRole>);
            return new Door(columns[0], columns[1].Split('/')[0], columns[2].Contains("GET", StringComparison.Ordinal), columns[3] == "everyone", [.. roles]);
        }

        /// <summary>The address with numbers that no row has.</summary>
        public string Sample() => Parameter().Replace(Route, match => match.Value.Contains(":int", StringComparison.Ordinal) || match.Value.Contains(":long", StringComparison.Ordinal) ? "987654"
            : match.Value.Contains(":guid", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000001" : "finnes-ikke");
    }
}
