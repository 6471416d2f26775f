using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UngPortal.Features.Accounts.External;

[AllowAnonymous]
public sealed class RefusedModel : PageModel
{
    public ExternalRefusal Reason { get; private set; }

    public void OnGet([FromQuery] ExternalRefusal grunn)
    {
        Reason = Enum.IsDefined(grunn) ? grunn : ExternalRefusal.Failed;
        Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
