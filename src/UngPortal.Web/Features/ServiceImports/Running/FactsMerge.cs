using NodaTime;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Lays what a package says over what is known: what a package of HSDS alone has no words for stays.</summary>
internal static class FactsMerge
{
    public static ServiceFacts Onto(ReadRow read, ServiceFacts known, LocalDate today)
    {
        var facts = read.Facts!;
        var (told, cost) = Priced(facts, known);
        var assured = facts.Assured > known.Assured ? facts.Assured : known.Assured;
        return read.IsWhole
            ? facts with { Assured = assured, Local = Sorted(facts.Local) }
            : facts with
            {
                Assured = assured,
                Name = Kept(facts.Name, known.Name),
                InText = known.InText,
                // The open interface puts a description together of all that is said of a place.
                Description = read.Slug is null ? Kept(facts.Description, known.Description) : known.Description,
                Website = known.Channels.Any(channel => channel.Kind == ChannelKind.Web && channel.Address == facts.Website) ? known.Website : facts.Website,
                Topics = facts.Topics.Length > 0 ? facts.Topics : known.Topics,
                Position = known.Position,
                Languages = facts.Languages.Length > 0 ? facts.Languages : known.Languages,
                Told = told,
                Confidentiality = known.Confidentiality,
                Alert = facts.Alert.Count > 0 ? Kept(facts.Alert, known.Alert) : known.Alert,
                Cost = cost,
                Ages = facts.Ages == (null, null) && facts.Local is null ? known.Ages : facts.Ages,
                RunBy = Kept(facts.RunBy, known.RunBy),
                Channels = read.HasWays ? ChannelMerge.Onto(facts.Channels, known, today) : known.Channels,
                Local = facts.Local is { } local ? Sorted(local with { HoursNote = known.Local?.HoursNote ?? [], Note = known.Local?.Note ?? [], IsDropIn = known.Local?.IsDropIn ?? false }) : null,
            };
    }

    /// <summary>Facts whose municipalities stand in the order in which the database gives them.</summary>
    public static LocalFacts? Sorted(LocalFacts? local) => local is null ? null : local with { Serves = [.. local.Serves.Order(StringComparer.Ordinal)] };

    /// <summary>What is told, and what it costs: where the two would contradict each other, the package is the newer word. That it is free takes nothing else away.</summary>
    private static (string[] Told, LocalizedText Cost) Priced(ServiceFacts facts, ServiceFacts known)
    {
        var told = facts.Told switch { [] => known.Told, [ToldFacts.Free] => [.. known.Told, ToldFacts.Free], _ => facts.Told };
        var isPriced = facts.Cost.Count > 0;
        return (ToldFacts.Sorted(ToldFacts.All, isPriced ? [.. told.Where(fact => fact != ToldFacts.Free)] : told), isPriced ? Kept(facts.Cost, known.Cost) : told.Contains(ToldFacts.Free) ? [] : known.Cost);
    }

    /// <summary>The name as it is known, as long as the package names nobody else.</summary>
    private static string? Kept(string? said, string? known) => said is null || (known is not null && OrganizationName.IdOf(said) == OrganizationName.IdOf(known)) ? known : said;

    /// <summary>All languages of what is known, as long as its bokmål is what the package says.</summary>
    private static LocalizedText Kept(LocalizedText said, LocalizedText known) => said.In(Language.Bokmal) == known.In(Language.Bokmal) ? known : said;
}
