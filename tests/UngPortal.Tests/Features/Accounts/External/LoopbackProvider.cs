using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace UngPortal.Tests.Features.Accounts.External;

/// <summary>A real OpenID provider on this machine's loopback: discovery, keys, code with PKCE, client secret. It vouches for <see cref="Who"/> without asking.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    public const string ClientId = "ungportal";
    public const string ClientSecret = "a secret for the tests alone";
    public const string CallbackAddress = "https://localhost/admin/logg-inn/retur/prove";

    /// <summary>Made once: drawing large primes takes longer than a sign-in.</summary>
    private static readonly RsaSecurityKey EncryptionKey = new(RSA.Create(2048));
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048));

    private readonly WebApplication _app;
    private readonly SqliteConnection _connection;

    private LoopbackProvider(WebApplication app, SqliteConnection connection)
    {
        _app = app;
        _connection = connection;
    }

    /// <summary>What it says about whoever comes next.</summary>
    public Dictionary<string, string> Who { get; } = [];

    public bool IsEmailVerified { get; set; } = true;

    /// <summary>Makes its identity tokens out to another client.</summary>
    public bool SpeaksToAnother { get; set; }

    public string Address => _app.Urls.Single();

    public static async Task<LoopbackProvider> StartAsync(TimeProvider clock)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        LoopbackProvider? provider = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(clock);
        builder.Services.AddDbContext<DbContext>(options => options.UseSqlite(connection).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scopes.Email);
                server.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
                server.AddEventHandler<OpenIddictServerEvents.ProcessSignInContext>(handler => handler
                    .SetOrder(OpenIddictServerHandlers.GenerateIdentityToken.Descriptor.Order - 1)
                    .UseInlineHandler(context =>
                    {
                        if (provider!.SpeaksToAnother)
                        {
                            context.IdentityTokenPrincipal?.SetAudiences("another-client");
                        }

                        return default;
                    }));
            });
        var app = builder.Build();
        provider = new LoopbackProvider(app, connection);
        app.UseAuthentication();
        app.MapGet("/connect/authorize", provider.Authorize);
        await RegisterAsync(app.Services);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task RegisterAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = LoopbackProvider.ClientSecret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(CallbackAddress) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    private IResult Authorize(HttpContext context)
    {
        var identity = new ClaimsIdentity("prove", Claims.Name, Claims.Role);
        foreach (var (type, value) in Who)
        {
            identity.SetClaims(type, [.. value.Split(',')]);
        }

        identity.SetClaim(Claims.EmailVerified, IsEmailVerified);
        identity.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
