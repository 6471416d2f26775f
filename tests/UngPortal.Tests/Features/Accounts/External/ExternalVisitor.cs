using Microsoft.AspNetCore.Mvc.Testing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts.External;

/// <summary>A browser between the portal and a provider. It keeps cookies itself: the portal's clock in tests is not the machine's.</summary>
internal sealed class ExternalVisitor : IDisposable
{
    private readonly HttpClient _portal;
    private readonly HttpClient _outside = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false });

    public ExternalVisitor(PortalApp app) => _portal = app.CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
        HandleCookies = false,
    });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The cookies as they were set, with their attributes.</summary>
    public List<string> CookiesSet { get; } = [];

    /// <summary>Goes from the portal's button to the provider and back, up to where the portal has answered. Returns the answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string to = "") => await GetAsync(await LeaveAsync(to));

    /// <summary>Goes to the provider. Returns the address, with code and state, that it sends the browser back to.</summary>
    public async Task<string> LeaveAsync(string to = "")
    {
        using var start = await GetAsync("/admin/logg-inn/via/prove?til=" + Uri.EscapeDataString(to));
        Asked = start.Headers.Location!;
        using var answer = await _outside.GetAsync(Asked);
        Assert.NotNull(answer.Headers.Location);
        Assert.StartsWith(LoopbackProvider.CallbackAddress, answer.Headers.Location.ToString(), StringComparison.Ordinal);
        return answer.Headers.Location.PathAndQuery;
    }

    /// <summary>What the provider was asked.</summary>
    public Uri? Asked { get; private set; }

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        }

        var answer = await _portal.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(cookie);
        }

        return answer;
    }

    public void Dispose()
    {
        _portal.Dispose();
        _outside.Dispose();
    }

    private void Keep(string cookie)
    {
        CookiesSet.Add(cookie);
        var pair = cookie.Split(';')[0].Split('=', 2);
        Cookies.Remove(pair[0]);
        if (pair[1].Length > 0)
        {
            Cookies[pair[0]] = pair[1];
        }
    }
}
