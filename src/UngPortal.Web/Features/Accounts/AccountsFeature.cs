using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts.Demo;
using UngPortal.Features.Accounts.External;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Features.Accounts.Joining;
using UngPortal.Features.Accounts.Mails;
using UngPortal.Features.Accounts.MyAccount;
using UngPortal.Features.Accounts.Passkeys;
using UngPortal.Features.Accounts.People;
using UngPortal.Features.Accounts.Sessions;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts;

public static class AccountsFeature
{
    private const int HashIterations = 210_000;
    private const int MenuPosition = 900;

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<StaffMember>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredLength = PasswordRules.LengthLeast;
            })
            .AddUserStore<UserOnlyStore>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PublicAddress>>((passkeys, site) =>
        {
            passkeys.ServerDomain = new Uri(site.Value.Origin).Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            // By default the answer's origin is held against a request header; ours is known.
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == site.Value.Origin);
        });
        services.AddScoped<StaffSessions>().AddScoped<Invitations>().AddScoped<StaffOnDuty>();
        services.AddSingleton<DecoyHash>();
        services.AddScoped<KnownBrowsers>();
        services.AddScoped<StaffPasswords>().AddScoped<Authenticator>().AddScoped<RecoveryCodeBook>();
        services.AddScoped<SignInThrottle>().AddScoped<SecondStep>().AddScoped<SecondFactorSignIn>();
        services.AddScoped<PasskeyDoor>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, StepUp>();
        services.AddSingleton(new StaffMenuEntry(MenuPosition, "/admin/min-konto", "MyAccount_Title"));
        services.AddScoped<PasswordLink>();
        services.AddSingleton<StaffMails>();
        services.AddHostedService(provider => provider.GetRequiredService<StaffMails>());
        builder.AddJoining();
        builder.AddSessionCookies();
        builder.AddPeople();
        builder.AddExternalSignIn();
        builder.AddDemoPeople();
    }

    /// <summary>Identity's own store over the portal's database, without its role and claim tables.</summary>
    internal sealed class UserOnlyStore(PortalDbContext db) : Microsoft.AspNetCore.Identity.EntityFrameworkCore.UserOnlyStore<
        StaffMember, PortalDbContext, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>(db);
}
