using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using UngPortal.Platform.Media.Pictures;

namespace UngPortal.Features.MediaLibrary.Uploading;

/// <summary>Refuses a request that says it is larger than one file with its form, before anything of it is read, and stops one that is larger without saying so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute(int fileMost = PictureRules.BytesMost) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Room for the other fields, which are short.</summary>
    private const int FieldsMost = 256 * 1024;

    /// <summary>The largest file, in bytes.</summary>
    public int FileMost => fileMost;

    // The antiforgery filter, at 1 000, reads the form.
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var requestMost = (long)fileMost + FieldsMost;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = requestMost;
        }

        if (http.Request.ContentLength > requestMost)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }
}
