using UngPortal.Kernel;

namespace UngPortal.Features.Accounts.Demo;

/// <summary>The list of demo people on the sign-in page. That it is registered at all means: this is Development.</summary>
public sealed class DemoSignIns
{
    public static IReadOnlyList<DemoSignIn> All { get; } =
        [.. new[] { 0, 1 }.SelectMany(_ => Enum.GetValues<StaffRole>(), (house, role) => new DemoSignIn(DemoPeople.AddressOf(role, house), role, house))];

    public sealed record DemoSignIn(string Address, StaffRole Role, int House);
}
