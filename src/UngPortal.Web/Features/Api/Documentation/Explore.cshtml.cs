using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Security;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api.Documentation;

/// <summary>The interface's description with Scalar, which can ask as well. A page of its own without anything of the site's, since the script is somebody else's.</summary>
[SandboxedPage(ProblemDocument.Prefix)]
public sealed class ExploreModel : PageModel
{
    public const string Description = ProblemDocument.Prefix + "/openapi.json";
}
