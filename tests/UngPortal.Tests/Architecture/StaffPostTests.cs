using System.Net;
using System.Text.RegularExpressions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Every form of the staff area, sent by each of the 17 roles that may not and by a visitor.</summary>
public sealed partial class StaffPostTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task V8_2_1_Posts_OfTheWrongRole_AreRefused()
    {
        var posts = (await StaffEndpoints.OfAsync(app)).Where(handler => handler is { IsPost: true, IsForEveryone: false }).ToList();
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var (different, asked) = (new List<string>(), 0);
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var client = await app.SignInAsAsync(role);
            var token = await client.TokenAsync();
            foreach (var post in posts.Where(post => post.Roles.Count > 0 && !post.Roles.Contains(role)))
            {
                using var answer = await client.AskAsync(post, rows.GetValueOrDefault(post.Route, post.Route), token);
                asked++;
                if (answer.StatusCode != HttpStatusCode.Forbidden)
                {
                    different.Add($"{post.Route}{post.Query} as {role}: {answer.StatusCode}");
                }
            }
        }

        using var visitor = app.CreateVisitor();
        var visitorsToken = await visitor.TokenAsync("/admin/logg-inn");
        foreach (var post in posts)
        {
            using var answer = await visitor.AskAsync(post, rows.GetValueOrDefault(post.Route, post.Route), visitorsToken);
            if (answer.StatusCode != HttpStatusCode.Redirect || !answer.Headers.Location!.OriginalString.Contains("/admin/logg-inn?til=", StringComparison.Ordinal))
            {
                different.Add($"{post.Route}{post.Query} as a visitor: {answer.StatusCode}");
            }
        }

        Assert.Empty(different);
        Assert.InRange(asked, 100, 5_000);
    }

    /// <summary>The tables that hold what young people write: whoever adds one says here which of its pages show it, and none of them is a platform administrator's.</summary>
    [Fact]
    public async Task V8_2_1_YoungPeoplesTexts_HaveNoPageOfAPlatformAdministrator()
    {
        string[] tables = ["Averting", "Feedback", "Questions", "SelfHelpTools"];
        var all = await app.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("UngPortal.Features.", StringComparison.Ordinal)).Select(type => type.ClrType.Namespace!.Split('.')[2]).Distinct().ToList()));
        Assert.Equal(["Accounts", "Answers", "Averting", "Experts", "Feedback", "MediaLibrary", "Organisations", "Publications", "Publishing", "Questions", "SelfHelpTools", "ServiceImports", "Services", "Topics"], all.Order(StringComparer.Ordinal));
        Assert.All(tables, table => Assert.DoesNotContain(RouteTableTests.Table, row => row.StartsWith("/admin", StringComparison.Ordinal) && row.Contains($" {table}/", StringComparison.Ordinal) && row.Contains(nameof(StaffRole.PlatformAdmin), StringComparison.Ordinal)));
        using var admin = await app.SignInAsAsync(StaffRole.PlatformAdmin);
        await app.InDatabaseAsync(db =>
        {
            db.Add(new UngPortal.Features.Feedback.FeedbackEntry { Page = "/om", Helped = true, Text = "KANARI-UNG", SentAt = db.Time.GetUtcNow().UtcDateTime, FormKey = Guid.NewGuid() });
            return db.SaveChangesAsync();
        });

        foreach (var handler in (await StaffEndpoints.OfAsync(app)).Where(handler => !handler.IsPost && !Parameter().IsMatch(handler.Route)))
        {
            var page = await HtmlPage.ReadAsync(await admin.AskAsync(handler, handler.Route, ""));
            Assert.DoesNotContain("KANARI-UNG", page.Text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Parameter();
}
