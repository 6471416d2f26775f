using Microsoft.AspNetCore.Components;

namespace UngPortal.Platform.Web;

/// <summary>Fingerprinted addresses of bundled files; they never carry the language prefix, so that each is fetched once.</summary>
public static class AssetAddress
{
    extension(HttpContext context)
    {
        /// <summary>The address of a file under <c>wwwroot/assets</c>, e.g. <c>site.css</c>.</summary>
        public string Asset(string name)
        {
            var path = $"assets/{name}";
            return "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
        }
    }
}
