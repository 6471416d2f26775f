using System.Net;
using System.Text.Json;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Asks the open interface.</summary>
internal static class ApiVisits
{
    public const string Root = "/api/v1";

    extension(PortalApp app)
    {
        public async Task<HttpResponseMessage> AskAsync(string path, string? header = null, string? value = null)
        {
            using var visitor = app.CreateVisitor();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root + path, UriKind.Relative));
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            return await visitor.SendAsync(request);
        }

        /// <summary>What is answered with 200.</summary>
        public async Task<JsonElement> ReadAsync(string path, string? header = null, string? value = null)
        {
            using var response = await app.AskAsync(path, header, value);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            return JsonDocument.Parse(text).RootElement;
        }

        /// <summary>All items of a list, page by page; each page is held against the shape of HSDS.</summary>
        public async Task<List<JsonElement>> AllAsync(string path, int size = 100)
        {
            List<JsonElement> all = [];
            for (var number = 1; ; number++)
            {
                var page = await app.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={number}&per_page={size}");
                var contents = page.GetProperty("contents").EnumerateArray().ToList();
                all.AddRange(contents);
                Assert.Empty(HsdsSchemas.Faults("page", page));
                Assert.Equal(contents.Count, page.GetProperty("size").GetInt32());
                Assert.Equal(number, page.GetProperty("page_number").GetInt32());
                Assert.Equal(number == 1, page.GetProperty("first_page").GetBoolean());
                Assert.Equal(contents.Count == 0, page.GetProperty("empty").GetBoolean());
                Assert.Equal((page.GetProperty("total_items").GetInt32() + size - 1) / size, page.GetProperty("total_pages").GetInt32());
                if (page.GetProperty("last_page").GetBoolean())
                {
                    Assert.Equal(page.GetProperty("total_items").GetInt32(), all.Count);
                    return all;
                }
            }
        }

        /// <summary>What is said of a question that can't be taken.</summary>
        public async Task<JsonElement> RefusedAsync(string path, HttpStatusCode status = HttpStatusCode.BadRequest)
        {
            using var response = await app.AskAsync(path);
            Assert.True(response.StatusCode == status, $"{path}: {(int)response.StatusCode}");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        }
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
