using Microsoft.AspNetCore.Authorization;

namespace UngPortal.Platform.Access;

/// <summary>Asks for a sign-in that was confirmed in the last five minutes: for factors, roles, exports and unmasking. Source: ASVS 5.0 V7.5.1, V7.5.3.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute() : AuthorizeAttribute(AccessWiring.FreshSignIn);
