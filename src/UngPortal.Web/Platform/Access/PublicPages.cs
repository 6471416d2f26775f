using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace UngPortal.Platform.Access;

/// <summary>Opens pages to everyone, named one feature folder at a time; a folder's pages under <see cref="StaffPath"/> stay closed. What no line names, the fallback policy denies.</summary>
public static class PublicPages
{
    /// <summary>The first part of every staff address.</summary>
    public const string StaffPath = "admin";

    /// <summary>Opens the folder's public pages.</summary>
    public static void OpenToEveryone(this PageConventionCollection pages, string folder) => pages.AddFolderApplicationModelConvention(folder, page =>
    {
        if (!IsStaffRoute(page.RouteTemplate))
        {
            page.EndpointMetadata.Add(new AllowAnonymousAttribute());
        }
    });

    private static bool IsStaffRoute(string? route) => route?.TrimStart('/') is { } path && (path == StaffPath || path.StartsWith(StaffPath + "/", StringComparison.Ordinal));
}
