using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Importing;
using UngPortal.Platform.Importing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Importing;

/// <summary>A small content folder of its own, imported into the site's database as often as a test likes.</summary>
internal sealed class ContentTree : IDisposable
{
    public const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400"><rect width="640" height="400"/></svg>""";

    private readonly PortalApp _app;

    /// <summary>A tree in a folder of its own, or in the one given, which is deleted with it.</summary>
    public ContentTree(PortalApp app, bool withTopics = true, string? folder = null)
    {
        _app = app;
        Folder = folder ?? NewFolder();
        if (withTopics)
        {
            Write("topics.yml", "- slug: kropp\n  nb: Kropp\n  nn: Kropp\n  en: Body\n");
        }
    }

    public string Folder { get; }

    public static string NewFolder() => Directory.CreateTempSubdirectory("ungportal-content-").FullName;

    /// <summary>A good article; a test breaks one thing in it.</summary>
    public static string Article(string title = "En god tittel", string body = "Hei du. Dette er en kort tekst.") => $$"""
        ---
        title: {{title}}
        ingress: En kort ingress.
        topics: [kropp]
        ageBands: [13-15]
        sensitivity: none
        illustration: tegning
        publishedAt: 2026-11-01
        lastReviewedAt: 2026-11-01
        sources:
          - { title: "Kilde", publisher: Helsenorge, url: "https://www.helsenorge.no/" }
        ---
        {{body}}

        """.ReplaceLineEndings("\n");

    public static string Illustration(string file = "tegning.svg", string title = "Tegning") => $$"""
        title: { nb: "{{title}}" }
        caption: { nb: "En liten tegning." }
        topics: [kropp]
        ageBands: [13-15]
        creator: UngPortal
        licence: CC BY 4.0
        publishedAt: 2026-11-01
        pictures:
          - { file: "{{file}}", alt: { nb: "En firkant." } }

        """.ReplaceLineEndings("\n");

    public static string Video() => """
        title: { nb: "En film" }
        ingress: { nb: "En kort film." }
        transcript: { nb: "Hei du." }
        topics: [kropp]
        ageBands: [13-15]
        illustration: tegning
        creator: UngPortal
        licence: CC BY 4.0
        publishedAt: 2026-11-01
        lastReviewedAt: 2026-11-01
        seconds: 20
        width: 640
        height: 360

        """.ReplaceLineEndings("\n");

    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    /// <summary>Imports, and lets the site hear of it.</summary>
    public async Task<ImportReport> ImportAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<ContentImporter>().RunAsync(Folder, CancellationToken.None);
        await _app.DeliverOutboxAsync();
        return report;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
