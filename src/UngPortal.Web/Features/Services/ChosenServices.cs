using NodaTime.Extensions;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services;

/// <summary>The cards of the services that a text leads to, with their state at this moment: those for everyone from the copy, local ones from the register.</summary>
public sealed class ChosenServices(HelpNowCopy help, PortalDbContext db, TimeProvider time)
{
    /// <summary>Cards in the order of the slugs; what is not shown any more is left out.</summary>
    public async Task<IReadOnlyList<ServiceCard>> OfAsync(IEnumerable<string> slugs, Language language, CancellationToken cancellationToken)
    {
        var wanted = slugs.Distinct(StringComparer.Ordinal).ToList();
        var cards = help.Current.Cards(language, time).ToDictionary(card => card.Slug, StringComparer.Ordinal);
        var local = wanted.FindAll(slug => !cards.ContainsKey(slug));
        if (local.Count > 0)
        {
            foreach (var card in await db.LocalCardsAsync(local, language, time.GetUtcNow().ToInstant(), cancellationToken))
            {
                cards[card.Slug] = card;
            }
        }

        return [.. wanted.Select(slug => cards.GetValueOrDefault(slug)).OfType<ServiceCard>()];
    }
}
