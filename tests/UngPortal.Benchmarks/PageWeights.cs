using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace UngPortal.Benchmarks;

/// <summary>What a first visit costs in brotli bytes and requests, against the budgets.</summary>
internal static partial class PageWeights
{
    public static async Task RunAsync(PublishedSite site)
    {
        Console.WriteLine($"\n{"page",-16}{"HTML",8}{"CSS",8}{"HTML+CSS",10}{"budget",8}{"JS",8}{"budget",8}{"requests",10}{"budget",8}");
        foreach (var kind in Routes.Kinds)
        {
            // Twice, then a while: pages that are asked for again are compressed better in the background.
            await GetAsync(site.Client, kind.Path);
            await GetAsync(site.Client, kind.Path);
            await Task.Delay(500);
            var (html, page) = await GetAsync(site.Client, kind.Path);
            var css = await SumAsync(site.Client, Styles().Matches(page).Where(tag => !tag.Value.Contains("media=\"print\"", StringComparison.Ordinal)).Select(tag => Address().Match(tag.Value).Groups[1].Value));
            var scripts = await SumAsync(site.Client, Scripts().Matches(page).Select(tag => tag.Groups[1].Value));
            var pictures = Pictures().Matches(page).Select(tag => tag.Groups[1].Value).Distinct().Count();
            var requests = 1 + css.Count + scripts.Count + pictures;
            var holds = html + css.Bytes <= kind.PageBytes && scripts.Bytes <= kind.ScriptBytes && requests <= kind.Requests;
            Console.WriteLine($"{kind.Name,-16}{html,8}{css.Bytes,8}{html + css.Bytes,10}{kind.PageBytes,8}{scripts.Bytes,8}{kind.ScriptBytes,8}{requests,10}{kind.Requests,8}  {(holds ? "holds" : "DOES NOT HOLD")}");
        }
    }

    private static async Task<(int Bytes, int Count)> SumAsync(HttpClient client, IEnumerable<string> addresses)
    {
        var list = addresses.Where(address => address.Length > 0).Distinct().ToList();
        var bytes = 0;
        foreach (var address in list)
        {
            bytes += (await GetAsync(client, address)).Bytes;
        }

        return (bytes, list.Count);
    }

    private static async Task<(int Bytes, string Text)> GetAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (!response.Content.Headers.ContentEncoding.Contains("br"))
        {
            return (bytes.Length, Encoding.UTF8.GetString(bytes));
        }

        using var reader = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return (bytes.Length, await reader.ReadToEndAsync());
    }

    [GeneratedRegex("""<link[^>]*rel="?stylesheet"?[^>]*>""", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Styles();

    [GeneratedRegex("""href="([^"]+)["]""", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();

    [GeneratedRegex("""<script[^>]*src="([^"]+)["]""", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Scripts();

    [GeneratedRegex("""<img(?![^>]*loading="lazy")[^>]*src="([^"]+)["]""", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pictures();
}
