using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary;

/// <summary>The films of an organisation that texts may show, for the features that show them.</summary>
public sealed class FilmShelf(PortalDbContext db)
{
    private const int Most = 200;

    /// <summary>The finished films, the newest first.</summary>
    public async Task<IReadOnlyList<Entry>> ForAsync(int organisationId, CancellationToken cancellationToken)
    {
        var films = await Ready(organisationId).OrderByDescending(film => film.BegunAt).ThenByDescending(film => film.Id).Take(Most).AsNoTracking().ToListAsync(cancellationToken);
        return films.ConvertAll(film => new Entry(film.Name, film.FileOf(FilmFileKind.Film)!, film.Title, FilmView.Length(film.Seconds), film.FileOf(FilmFileKind.Captions, Language.Bokmal.Code) is not null, film.Transcript.ContainsKey(Language.Bokmal.Code)));
    }

    /// <summary>Takes a film down from the shelf; null when the organisation has no such film that everybody can follow.</summary>
    public async Task<Taken?> TakeAsync(string name, int organisationId, CancellationToken cancellationToken)
    {
        var film = await Ready(organisationId).AsNoTracking().FirstOrDefaultAsync(film => film.Name == name, cancellationToken);
        return film?.FileOf(FilmFileKind.Captions, Language.Bokmal.Code) is not null && film.Transcript.ContainsKey(Language.Bokmal.Code)
            ? new Taken(film.Creator, LicenceOf(film.Licence), FactsOf(film))
            : null;
    }

    private static PublicationFacts.Film FactsOf(Film film) => new(
        Webm: null,
        film.FileOf(FilmFileKind.Film)!,
        film.FileOf(FilmFileKind.Poster)!,
        film.Width,
        film.Height,
        film.Seconds,
        film.Files.Where(file => file.Kind == FilmFileKind.Captions && file.ReplacedAt is null).ToDictionary(file => file.Language, file => file.Name, StringComparer.Ordinal),
        film.Transcript,
        HasSound: true);

    /// <summary>The terms as everybody knows them; of one's own or a lent film there is nothing to say.</summary>
    private static string LicenceOf(MediaLicence licence) => licence switch
    {
        MediaLicence.CcBy => "CC BY 4.0",
        MediaLicence.CcBySa => "CC BY-SA 4.0",
        MediaLicence.Cc0 => "CC0",
        _ => "",
    };

    private IQueryable<Film> Ready(int organisationId) =>
        db.Films.Include(film => film.Files).Where(film => film.OrganisationId == organisationId && film.TakenDownAt == null && film.State == FilmState.Ready);

    /// <summary>A film to choose; without captions and transcript in bokmål it can't be.</summary>
    public sealed record Entry(string Name, string Mp4, string Title, string Length, bool HasCaptions, bool HasTranscript)
    {
        public bool CanBeChosen => HasCaptions && HasTranscript;
    }

    /// <summary>A film with what must be said about it.</summary>
    public sealed record Taken(string Creator, string Licence, PublicationFacts.Film Film);
}
