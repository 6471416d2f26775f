using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Checking;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>The nightly look at links and numbers, with other people's sites played by the test.</summary>
public sealed class LinkCheckTests : IDisposable
{
    private readonly LinkedSite _app = new();

    [Theory]
    [InlineData("https://her.prove.invalid/", null)]
    [InlineData("https://borte.prove.invalid/", LinkFault.Gone)]
    [InlineData("https://flyttet.prove.invalid/", null)]
    [InlineData("https://utrygg.prove.invalid/", LinkFault.Unsafe)]
    [InlineData("https://rundt.prove.invalid/", null)]
    [InlineData("https://nede.prove.invalid/", null)]
    [InlineData("https://vil-ikke.prove.invalid/", null)]
    public async Task Check_TheFirstNight_FindsWhatIsSurelyWrong(string website, LinkFault? expected)
    {
        var (id, _) = await _app.ServiceAsync(website: website);

        await _app.RunAsync<LinkCheck>();

        Assert.Equal(expected, (await ServiceAsync(id)).LinkFault);
        Assert.NotNull((await ServiceAsync(id)).LinksCheckedAt);
    }

    [Fact]
    public async Task Check_AVideoCallWhosePageIsGone_FindsIt()
    {
        var (id, _) = await _app.ServiceAsync(website: "https://her.prove.invalid/");
        await _app.InDatabaseAsync(async db =>
        {
            var service = await db.Services.Include(one => one.Channels).SingleAsync(one => one.Id == id);
            var video = new ServiceChannel { Position = 2, Kind = ChannelKind.Video, Address = "https://borte.prove.invalid/", DisplayAddress = "borte.prove.invalid", Hours = null };
            service.Edit(service.Facts() with { Channels = [.. service.Channels, video] }, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await _app.RunAsync<LinkCheck>();

        Assert.Equal(LinkFault.Gone, (await ServiceAsync(id)).LinkFault);
    }

    [Fact]
    public async Task Check_ASiteThatIsSilentThreeNights_IsATask_UntilItAnswers()
    {
        var (id, _) = await _app.ServiceAsync(website: "https://nede.prove.invalid/");
        var faults = new List<LinkFault?>();
        for (var night = 0; night < 4; night++)
        {
            LinkedSite.IsDown = night < 3;
            await _app.RunAsync<LinkCheck>();
            faults.Add((await ServiceAsync(id)).LinkFault);
        }

        Assert.Equal([null, null, LinkFault.Unreachable, null], faults);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2001:4600::1", true)]
    [InlineData("193.157.0.1", true)]
    public void Probe_OfTheOwnNetwork_GoesNowhere(string address, bool isPublic) => Assert.Equal(isPublic, LinkProbe.IsPublic(IPAddress.Parse(address)));

    public void Dispose() => _app.Dispose();

    private Task<Service> ServiceAsync(int id) => _app.InDatabaseAsync(db => db.Services.AsNoTracking().SingleAsync(service => service.Id == id));

    private sealed class LinkedSite : PortalApp
    {
        public LinkedSite() => WithoutWorkers();

        public static bool IsDown { get; set; } = true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddHttpClient(LinkProbe.Client).ConfigurePrimaryHttpMessageHandler(() => new OtherSites()));
        }
    }

    private sealed class OtherSites : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(request.RequestUri!.Host switch
        {
            "borte.prove.invalid" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "flyttet.prove.invalid" when request.RequestUri.AbsolutePath == "/" => Moved("/ny"),
            "utrygg.prove.invalid" => Moved("http://her.prove.invalid/"),
            "rundt.prove.invalid" => Moved("https://rundt.prove.invalid/"),
            "nede.prove.invalid" when LinkedSite.IsDown => throw new HttpRequestException("Ingen svarer."),
            "vil-ikke.prove.invalid" => new HttpResponseMessage(HttpStatusCode.Forbidden),
            _ => new HttpResponseMessage(HttpStatusCode.OK),
        });

        private static HttpResponseMessage Moved(string to) => new(HttpStatusCode.MovedPermanently) { Headers = { Location = new Uri(to, UriKind.RelativeOrAbsolute) } };
    }
}
