using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary;

/// <summary>Finds the publications whose texts or facts name a picture or one of its files.</summary>
internal static class MediaUses
{
    extension(PortalDbContext db)
    {
        /// <summary>The publications that name any of these.</summary>
        public IQueryable<Publication> PublicationsNaming(IReadOnlyCollection<string> names) => db.Publications.Where(publication =>
            names.Any(name => ((string)(object)publication.Facts).Contains(name))
            || db.Set<PublicationText>().Any(text => text.PublicationId == publication.Id && names.Any(name => text.Body.Contains(name) || text.BodyHtml.Contains(name))));

        /// <summary>Their bokmål titles and public addresses, by title; at most <paramref name="most"/>.</summary>
        public async Task<IReadOnlyList<MediaUse>> UsesOfAsync(IReadOnlyCollection<string> names, int most, CancellationToken cancellationToken)
        {
            var found = await db.PublicationsNaming(names)
                .Select(publication => new { publication.Kind, publication.Slug, Title = publication.Texts.Where(text => text.Language == "nb").Select(text => text.Title).First() })
                .OrderBy(use => use.Title).Take(most).ToListAsync(cancellationToken);
            return [.. found.Select(use => new MediaUse(use.Title, Teaser.PathOf(use.Kind, use.Slug)))];
        }
    }
}
