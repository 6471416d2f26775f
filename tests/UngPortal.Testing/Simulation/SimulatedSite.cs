using Microsoft.Extensions.DependencyInjection;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Testing.Simulation;

/// <summary>The site without its background workers: the simulation runs them itself, in order, so that each run is the same.</summary>
public sealed class SimulatedSite : PortalApp
{
    /// <summary>Makes it.</summary>
    public SimulatedSite() => WithoutWorkers();

    /// <summary>Works with one of the site's services in a scope of its own.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Somebody of the staff, as a session would say.</summary>
    public static StaffIdentity Person(int id, DateTime now, params StaffRole[] roles) =>
        new() { Id = id, Name = $"Person {id}", SessionId = 0, ConfirmedAt = now, Seats = [.. roles.Select(role => new StaffIdentity.Seat(1, role))] };
}
