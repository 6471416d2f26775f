using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.SelfHelpTools.Browsing;

/// <summary>Up to three tools side by side.</summary>
[CompressedPage]
public sealed class CompareModel(ToolCopy copy, TimeProvider time) : PageModel
{
    public const int Most = 3;

    /// <summary>What more than this is asked for is not even looked up.</summary>
    private const int LookedAt = 50;

    public IReadOnlyList<ToolEntry> Tools { get; private set; } = [];

    /// <summary>The key of what there is to say about the choice; null when all is well.</summary>
    public string? Remark { get; private set; }

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Its address with those that are shown, without language prefix.</summary>
    public string ShownPath => Tools.Count == 0 ? "/verktoy/sammenlign" : "/verktoy/sammenlign?" + string.Join('&', Tools.Select(tool => $"v={tool.Slug}"));

    public async Task OnGetAsync([FromQuery(Name = "v")] string[] slugs, CancellationToken cancellationToken)
    {
        var wanted = slugs.Take(LookedAt).Distinct(StringComparer.Ordinal).ToList();
        var known = await copy.ReadAsync(cancellationToken);
        var found = wanted.Select(slug => known.FirstOrDefault(tool => tool.Slug == slug)).OfType<ToolEntry>().ToList();
        Tools = [.. found.Take(Most)];
        Remark = found.Count > Most ? "Compare_TooMany" : found.Count < wanted.Count ? "Compare_Missing" : Tools.Count < 2 ? "Compare_TooFew" : null;
    }
}
