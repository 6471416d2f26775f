using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>What visitors write comes back as text, never as markup, and is never longer than it may be.</summary>
[Collection(ShippedSite.Name)]
public sealed class EchoTests(PortalApp app)
{
    private static readonly string[] Letters = [.. Enumerable.Repeat("a", 320)];

    [Fact]
    public async Task V1_2_1_search_echoes_sixty_scripts_as_text()
    {
        Assert.Equal(60, Corpus.Scripts.Distinct().Count());
        var harmless = await app.GetPageAsync("/sok?q=xyzzyxyzzy");
        foreach (var script in Corpus.Scripts)
        {
            var page = await app.GetPageAsync($"/sok?q={Uri.EscapeDataString(script)}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            TextOnly.AssertIsText(page, script);
            Assert.Equal(harmless.Document.QuerySelectorAll("script").Length, page.Document.QuerySelectorAll("script").Length);
        }
    }

    [Fact]
    public async Task V1_2_1_suggestions_echo_sixty_scripts_as_json()
    {
        using var visitor = app.CreateVisitor();
        foreach (var script in Corpus.Scripts)
        {
            using var response = await visitor.GetAsync(new Uri($"/sok/forslag?q={Uri.EscapeDataString(script)}", UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();

            Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain('<', text);
            Assert.NotNull(JsonSerializer.Deserialize<string[]>(text));
        }
    }

    [Fact]
    public async Task V1_2_1_a_refused_form_shows_sixty_scripts_as_text()
    {
        using var visitor = app.CreateVisitor();
        foreach (var script in Corpus.Scripts)
        {
            var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
            fields["Tekst"] = script + string.Concat(Letters);
            fields["Side"] = script;
            fields["Svar"] = script[..Math.Min(3, script.Length)];
            using var content = new FormUrlEncodedContent(fields);
            var page = await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri("/tilbakemelding", UriKind.Relative), content));

            TextOnly.AssertIsText(page, script);
            if (script.Contains('\0', StringComparison.Ordinal))
            {
                Assert.Equal(HttpStatusCode.BadRequest, page.Status);
                continue;
            }

            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(fields["Tekst"], ((IHtmlTextAreaElement)page.Document.GetElementById("Tekst")!).Value);
        }
    }

    [Fact]
    public void V2_2_1_every_bound_text_has_a_length()
    {
        var models = typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel))).ToList();
        var bound = models.SelectMany(model => model.GetProperties()).Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null).ToList();
        var texts = bound.Where(property => property.PropertyType == typeof(string))
            .Concat(bound.Where(property => property.PropertyType.DeclaringType is not null).SelectMany(form => form.PropertyType.GetProperties().Where(property => property.PropertyType == typeof(string))))
            .Select(property => (Name: $"{property.DeclaringType}.{property.Name}", Limit: property.GetCustomAttribute<StringLengthAttribute>()));
        var parameters = models.SelectMany(model => model.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)).Where(method => method.Name.StartsWith("On", StringComparison.Ordinal))
            .SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType == typeof(string) && parameter.Name != "slug")
            .Select(parameter => (Name: $"{parameter.Member.DeclaringType}.{parameter.Member.Name}({parameter.Name})", Limit: parameter.GetCustomAttribute<StringLengthAttribute>()));

        var all = texts.Concat(parameters).ToList();

        Assert.InRange(all.Count, 10, 1_000);
        Assert.Empty(all.Where(text => text.Limit is null).Select(text => text.Name));
    }
}
