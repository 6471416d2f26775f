using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Passkeys;

[FreshSignIn]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class IndexModel(SignInManager<StaffMember> signIn, UserManager<StaffMember> people, Invitations invitations, AuditTrail audit) : PageModel
{
    public const int NameMaxLength = 60;
    private const int IdMaxLength = 1_400;

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    public bool HasRoom => Passkeys.Count < StaffMember.PasskeysMost;

    public async Task OnGetAsync()
    {
        var keys = await people.GetPasskeysAsync(await PersonAsync());
        Passkeys = [.. keys.OrderBy(key => key.CreatedAt).Select(key => new Passkey(Base64Url.EncodeToString(key.CredentialId), key.Name ?? "", key.CreatedAt.UtcDateTime))];
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var person = await PersonAsync();
        var entity = new PasskeyUserEntity { Id = person.Id.ToString(CultureInfo.InvariantCulture), Name = person.Email!, DisplayName = person.DisplayName };
        return Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(PasskeySignInModel.AnswerMaxLength)] string? svar, [FromForm, StringLength(NameMaxLength)] string? navn)
    {
        var person = await PersonAsync();
        if (!ModelState.IsValid || (await people.GetPasskeysAsync(person)).Count >= StaffMember.PasskeysMost || await AttestAsync(svar, person) is not { } key)
        {
            return new JsonResult(new { }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        key.Name = !string.IsNullOrWhiteSpace(navn) ? navn.Trim() : BrowserName.Of(Request.Headers.UserAgent.ToString());
        invitations.Notify(person.Id, "passkey");
        audit.Record(HttpContext.Staff, "passkey-added", $"staff:{person.Id}");
        var kept = await people.AddOrUpdatePasskeyAsync(person, key);
        return new JsonResult(new { til = "/admin/min-konto/nokler" }) { StatusCode = kept.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }

    public async Task<IActionResult> OnPostDeleteAsync([FromForm, StringLength(IdMaxLength)] string? nokkel)
    {
        var person = await PersonAsync();
        var keys = await people.GetPasskeysAsync(person);
        if (keys.FirstOrDefault(key => Base64Url.EncodeToString(key.CredentialId) == nokkel) is not { } chosen)
        {
            return NotFound();
        }

        if (!person.HasTotp && keys.Count == 1)
        {
            ModelState.AddModelError("", "Passkeys_Last");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await OnGetAsync();
            return Page();
        }

        audit.Record(HttpContext.Staff, "passkey-deleted", $"staff:{person.Id}");
        await people.RemovePasskeyAsync(person, chosen.CredentialId);
        return RedirectToPage();
    }

    private async Task<UserPasskeyInfo?> AttestAsync(string? answer, StaffMember person)
    {
        try
        {
            var result = string.IsNullOrEmpty(answer) ? null : await signIn.PerformPasskeyAttestationAsync(answer);
            return result is { Succeeded: true } && result.UserEntity.Id == person.Id.ToString(CultureInfo.InvariantCulture) ? result.Passkey : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or PasskeyException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<StaffMember> PersonAsync() => (await people.FindByIdAsync(HttpContext.Staff.Id.ToString(CultureInfo.InvariantCulture)))!;

    public sealed record Passkey(string Id, string Name, DateTime CreatedAt);
}
