using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>Addresses that lead nowhere, by mistake or by malice: the right status, a friendly page, never a fault of ours.</summary>
[Collection(ShippedSite.Name)]
public sealed class HostileAddressTests(PortalApp app)
{
    private const int Malformed = 2_000;
    private const ulong Seed = 20261123;

    public static TheoryData<string, int> Addresses => new()
    {
        { "/artikler/finnes-ikke", 404 }, { "/video/finnes-ikke", 404 }, { "/illustrasjoner/finnes-ikke", 404 }, { "/tema/finnes-ikke", 404 }, { "/finnes-ikke", 404 }, { "/finnes/ikke/her", 404 },
        { "/artikler/Eksamen-Uten-Panikk", 404 }, { "/artikler/eksamen-uten-panikk.html", 404 }, { "/artikler/eksamen--uten", 404 }, { "/artikler/-", 404 }, { "/artikler/%C3%A5", 404 },
        { "/artikler?side=2", 200 }, { "/artikler?side=99", 404 }, { "/artikler?side=0", 404 }, { "/artikler?side=-1", 404 }, { "/artikler?side=abc", 404 }, { "/artikler?side=99999999999", 404 }, { "/artikler?side=1.5", 404 },
        { "/artikler?side=", 404 }, { "/artikler?tema=finnes-ikke", 404 }, { "/artikler?alder=0-99", 404 }, { "/artikler?alder=", 200 }, { "/artikler?tema=", 200 },
        { "/tema/kropp-helse-og-sex?side=0", 404 }, { "/tema/kropp-helse-og-sex?side=99", 404 }, { "/tema/kropp-helse-og-sex?side=x", 404 }, { "/tema/kropp-helse-og-sex?side=9999999999", 404 },
        { "/sok?q=a&side=0", 404 }, { "/sok?q=a&side=99999999999", 404 }, { "/sok?q=a&side=10001", 404 }, { "/sok?q=a&type=troll", 404 }, { "/sok?q=a&tema=troll", 404 }, { "/sok?q=a&alder=troll", 404 }, { "/sok?q=a&aar=troll", 404 }, { "/sok?q=a&sorter=troll", 200 },
        { "/sok?q=a&q=b&q=c", 200 }, { "/sok?q=%22%5B%7B*~%5E:\\/(%26%7C!", 200 }, { "/sok?q=%F0%9F%A6%84", 200 }, { "/sok?q=%E2%80%AE%00%01", 200 }, { "/sok?Q=a", 200 }, { "/sok?q", 200 }, { "/sok?=&&==&", 200 },
        { "/sv", 404 }, { "/sv/artikler", 404 }, { "/nb", 404 }, { "/nb/artikler", 404 }, { "/NN", 404 }, { "/NN/artikler", 404 }, { "/En/", 404 }, { "/nn/nn", 404 }, { "/en/nn/artikler", 404 },
        { "/nn", 200 }, { "/en", 200 }, { "/nn/artikler/finnes-ikkje", 404 }, { "/feil/404", 404 }, { "/feil/200", 404 }, { "/feil/999", 404 }, { "/feil/503", 503 }, { "/feil/abc", 404 },
        { "/artikler//", 404 }, { "//artikler", 404 }, { "/artikler//eksamen-uten-panikk", 404 }, { "/%2e%2e/%2e%2e/etc/passwd", 404 }, { "/..%2f..%2fetc%2fpasswd", 404 }, { "/media/..%2fungportal.db", 404 }, { "/media/%2e%2e/ungportal.db", 404 },
        { "/assets/..%5c..%5cappsettings.json", 404 }, { "/artikler/..%2f..%2fom", 404 }, { "/artikler/%252e%252e%252fom", 404 }, { "/media/%00.svg", 400 }, { "/media/.svg", 404 }, { "/media/aaaaaaaaaaaaaaaaaaaa.svg", 404 },
        { "/tilbakemelding/takk?side=%F0%9F", 200 }, { "/tilbakemelding?svar=kanskje", 200 }, { "/innstillinger?alder=troll", 200 }, { "/innstillinger/troll", 404 }, { "/innstillinger?handler=Troll", 200 },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_HostileAddress_AnswersAsItShould(string address, int status)
    {
        var path = address.Split('?')[0];
        var context = await SendAsync("GET", Uri.UnescapeDataString(path), address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");

        if (context is null)
        {
            Assert.Equal(400, status);
            return;
        }

        Assert.Equal(status, context.Response.StatusCode);
        if (status == StatusCodes.Status404NotFound)
        {
            var text = await new StreamReader(context.Response.Body, Encoding.UTF8).ReadToEndAsync();
            Assert.Contains("<h1>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("finnes-ikke", text, StringComparison.Ordinal);
            Assert.DoesNotContain("passwd", text, StringComparison.Ordinal);
            Assert.DoesNotContain("troll", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/sok?q=")]
    [InlineData("/artikler?tema=")]
    [InlineData("/tilbakemelding?side=")]
    [InlineData("/?x=")]
    [InlineData("/nn/artikler?side=")]
    [InlineData("/sok/forslag?q=")]
    public async Task Get_TenKilobytesOfQuery_IsNoFaultOfOurs(string address)
    {
        using var visitor = app.CreateVisitor();

        using var response = await visitor.GetAsync(new Uri(address + new string('a', 10_240), UriKind.Relative));

        Assert.InRange((int)response.StatusCode, 200, 499);
        Assert.DoesNotContain(new string('a', 300), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_VeryLongPath_IsNotFoundAndNotEchoed()
    {
        using var visitor = app.CreateVisitor();
        foreach (var path in new[] { "/" + new string('a', 6_000), "/artikler/" + new string('a', 6_000), string.Concat(Enumerable.Repeat("/a", 3_000)) })
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.DoesNotContain(new string('a', 100), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nb", "", "Her var det ingenting")]
    [InlineData("nn", "/nn", "Her var det ingenting")]
    [InlineData("en", "/en", "Nothing here")]
    public async Task Get_UnknownPage_IsAnsweredInItsLanguage(string language, string prefix, string title)
    {
        var page = await app.GetPageAsync(prefix + "/artikler/finnes-ikke");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.TextOf("h1"));
        Assert.True(language == "en" || page.TextOf("h1") == title);
        Assert.NotNull(page.Document.QuerySelector($"main form[action='{prefix}/sok']"));
    }

    [Fact]
    public async Task Requests_MalformedTwoThousandTimes_AreNeverAFaultOfOurs()
    {
        var random = new Dice(Seed);
        var faults = new List<string>();
        for (var number = 0; number < Malformed; number++)
        {
            var (method, path, query) = (random.Method(), random.Path(), random.Query());
            try
            {
                if (await SendAsync(method, path, query, random.Headers()) is { Response.StatusCode: >= 500 and var status })
                {
                    faults.Add($"{number}: {method} {path}{query} answers {status}");
                }
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                faults.Add($"{number}: {method} {path}{query} throws {fault.GetType().Name}: {fault.Message}");
            }
        }

        Assert.Empty(faults.Take(10));
    }

    /// <summary>Puts a request into the pipeline as it is. Null when no server would read such a path: one with NUL, or not beginning with a slash.</summary>
    private async Task<HttpContext?> SendAsync(string method, string path, string query, params (string Name, string Value)[] headers)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return await app.Server.SendAsync(context =>
        {
            context.Request.Method = method;
            context.Request.Scheme = "https";
            context.Request.Host = new HostString("localhost");
            context.Request.Path = new PathString(path);
            context.Request.QueryString = new QueryString(query);
            foreach (var (name, value) in headers)
            {
                context.Request.Headers[name] = value;
            }
        });
    }
}
