using UngPortal.Kernel;

namespace UngPortal.Platform.Access;

/// <summary>A place in the staff area's menu; each feature brings its own, and a person sees those of the own roles.</summary>
/// <param name="Position">Where in the menu, ascending.</param>
/// <param name="Path">The address, e.g. <c>/admin/innhold</c>.</param>
/// <param name="TextKey">The key of its name.</param>
/// <param name="Roles">Who sees it; nobody named means all staff.</param>
public sealed record StaffMenuEntry(int Position, string Path, string TextKey, params StaffRole[] Roles)
{
    /// <summary>Whether the person sees it.</summary>
    public bool IsFor(StaffIdentity person) => Roles.Length == 0 || person.Is(Roles);
}
