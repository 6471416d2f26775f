namespace UngPortal.Platform.Access;

/// <summary>Lets pages ask who of the staff is asking.</summary>
public static class StaffRequest
{
    extension(HttpContext context)
    {
        /// <summary>The person behind the request.</summary>
        /// <exception cref="InvalidOperationException">A visitor: the page lacks its policy.</exception>
        public StaffIdentity Staff => StaffIdentity.Of(context.User) ?? throw new InvalidOperationException("This page is for staff and must be guarded by a policy.");

        /// <summary>The person behind the request; null for a visitor.</summary>
        public StaffIdentity? StaffOrNull => StaffIdentity.Of(context.User);
    }
}
