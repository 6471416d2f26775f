using Microsoft.AspNetCore.Authorization;
using UngPortal.Kernel;

namespace UngPortal.Platform.Access;

/// <summary>Lets in staff who hold one of the roles in at least one organisation; which rows they see is a second question, for <see cref="StaffIdentity"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ForRolesAttribute : AuthorizeAttribute
{
    /// <summary>Names the roles.</summary>
    public ForRolesAttribute(params StaffRole[] roles)
    {
        Allowed = roles;
        Roles = string.Join(',', roles);
    }

    /// <summary>The roles that open the door.</summary>
    public IReadOnlyList<StaffRole> Allowed { get; }
}
