using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>Finds films for those who keep the library: each sees those of the own organisations, all others don't exist.</summary>
public sealed class FilmReader(PortalDbContext db)
{
    /// <summary>The person's organisations, by name: number and name.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> HousesAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var own = person.OrganisationsAs(MediaLibraryFeature.Keepers);
        var found = await db.Organisations.Where(house => own.Contains(house.Id)).OrderBy(house => house.Name).Select(house => new { house.Id, house.Name }).ToListAsync(cancellationToken);
        return found.ConvertAll(house => (house.Id, house.Name));
    }

    /// <summary>The film with its files, tracked; null is answered with 404.</summary>
    public Task<Film?> FindOwnAsync(string name, StaffIdentity person, CancellationToken cancellationToken) =>
        Own(person).Include(film => film.Files).FirstOrDefaultAsync(film => film.Name == name, cancellationToken);

    public IQueryable<Film> Own(StaffIdentity person)
    {
        var own = person.OrganisationsAs(MediaLibraryFeature.Keepers);
        return db.Films.Where(film => film.TakenDownAt == null && own.Contains(film.OrganisationId));
    }
}
