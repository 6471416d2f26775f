using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The disk with the site's data fills up, and has room again later. Source of the rule: quality.md, "disk full".</summary>
public sealed class FullDiskTests
{
    private const int Mebibytes = 48;
    private const int MostTries = 400;
    private static readonly string[] Reading = ["/", "/artikler/eksamen-uten-panikk", "/artikler/stipend-og-lan", "/tema", "/sok?q=eksamen", "/sok/forslag?q=eks", "/en/hjelp-na", "/health/live", "/health/ready"];
    private static readonly string Text = new('å', 300);

    [SmallDiskFact]
    public async Task Site_OnAFullDisk_ReadsOnRefusesFormsAndRecovers()
    {
        using var database = TestDatabase.Empty();
        using var disk = new SmallDisk(database.Folder, Mebibytes);
        await using var site = await RunningSite.StartAsync(database);
        using var visitor = site.CreateVisitor();
        var form = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
        await database.ReadAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        disk.Fill();
        var (kept, refusedForm, refused) = await SendUntilRefusedAsync(visitor, form);
        await AssertReadsAsync(visitor);
        disk.Free();
        var sent = await SendUntilKeptAsync(visitor, refusedForm);
        await AssertReadsAsync(visitor);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, Text), (refused.Status, refused.TextOf("textarea")));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var stored = await database.ReadAsync("SELECT LOWER(FormKey) FROM Feedback");
        Assert.Equal(kept.Append(refusedForm["Nokkel"]).Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        Assert.Equal(["ok"], await database.ReadAsync("PRAGMA integrity_check"));
    }

    private static async Task AssertReadsAsync(HttpClient visitor)
    {
        foreach (var path in Reading)
        {
            using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        }
    }

    /// <summary>The log of the database may have room inside its file for a few more.</summary>
    private static async Task<(List<string> Kept, Dictionary<string, string> Fields, HtmlPage Refused)> SendUntilRefusedAsync(HttpClient visitor, Dictionary<string, string> form)
    {
        var kept = new List<string>();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var fields = new Dictionary<string, string>(form) { ["Tekst"] = Text, ["Nokkel"] = Guid.NewGuid().ToString() };
            var answer = await visitor.SendFormAsync(fields);
            if (answer.Status != HttpStatusCode.Found)
            {
                return (kept, fields, answer);
            }

            kept.Add(fields["Nokkel"]);
        }

        throw new InvalidOperationException("The disk never got full.");
    }

    private static async Task<HtmlPage> SendUntilKeptAsync(HttpClient visitor, Dictionary<string, string> fields)
    {
        var answer = await visitor.SendFormAsync(fields);
        for (var seconds = 0; seconds < 10 && answer.Status != HttpStatusCode.Found; seconds++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            answer = await visitor.SendFormAsync(fields);
        }

        return answer;
    }
}
