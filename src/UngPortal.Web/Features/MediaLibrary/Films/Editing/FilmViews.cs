using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Films;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

/// <summary>Gathers what the page of a film shows.</summary>
public sealed class FilmViews(PortalDbContext db, FilmPosters posters, FilmTools tools)
{
    private const int UsesMost = 100;

    public async Task<FilmView> OfAsync(Film film, CancellationToken cancellationToken) => new()
    {
        Film = film,
        House = await db.Organisations.Where(house => house.Id == film.OrganisationId).Select(house => house.Name).FirstAsync(cancellationToken),
        UploadedBy = await db.Staff.Where(member => member.Id == film.UploadedById).Select(member => member.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "–",
        Uses = film.Files.Count == 0 ? [] : await db.UsesOfAsync([.. film.Files.Select(file => file.Name)], UsesMost, cancellationToken),
        Posters = film.State == FilmState.Ready ? await posters.ChoicesAsync(film.OrganisationId, cancellationToken) : [],
        HasTools = tools.AreThere,
    };
}
