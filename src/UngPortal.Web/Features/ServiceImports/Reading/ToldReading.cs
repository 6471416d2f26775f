using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>What a service tells of itself: its languages, and the facts that the portal has short names for. Descriptions in free words are left alone.</summary>
internal static class ToldReading
{
    public static string[] Languages(ServicePart service)
    {
        List<string> found = [];
        foreach (var language in service.Parts("languages").Where(language => language.Has("code")))
        {
            if (SpokenLanguages.Find(language.Text("code")) is { } code)
            {
                found.Add(code);
            }
            else
            {
                language.Fail(ImportFaultKind.BadLanguage, "code", language.Text("code"));
            }
        }

        return ToldFacts.Sorted(SpokenLanguages.All, found);
    }

    public static string[] Facts(ServicePart service)
    {
        var places = service.Parts("service_at_locations").Select(at => at.Part("location")).OfType<ServicePart>().SelectMany(place => place.Parts("accessibility")).Where(one => one.Has("x-fact")).ToList();
        var said = places.ConvertAll(one => one.Text("x-fact"));
        var all = service.Has("x-told") ? service.Texts("x-told") : said;
        foreach (var strange in all.Except(ToldFacts.All))
        {
            service.Fail(ImportFaultKind.BadFact, "x-told", strange);
        }

        if (said.Count > 0 && !said.ToHashSet(StringComparer.Ordinal).SetEquals(all.Intersect(ToldFacts.Access)))
        {
            places[0].Fail(ImportFaultKind.Disagrees, "x-fact", "accessibility / x-told");
        }

        return ToldFacts.Sorted(ToldFacts.All, [.. all.Intersect(ToldFacts.All)]);
    }
}
