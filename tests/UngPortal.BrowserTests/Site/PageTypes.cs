namespace UngPortal.BrowserTests.Site;

/// <summary>One address of each kind of page the site has; paths are without language prefix.</summary>
public static class PageTypes
{
    public const string Front = "/";
    public const string Article = "/artikler/kjaerlighetssorg";
    public const string Topic = "/tema/kropp-helse-og-sex";
    public const string Video = "/video/forste-dag-pa-jobb";
    public const string Help = "/hjelp-na";
    public const string Feedback = "/tilbakemelding?side=/artikler/kjaerlighetssorg&svar=nei";
    public const string Ask = "/still-sporsmal";
    public const string Missing = "/finnes-ikke";

    private const string LongWord = "/sok?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>Every kind of page, errors included.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Front, "/tema", Topic, "/tema/pubertet", "/artikler", Article,
        "/artikler/tanker-om-a-do", // crisis box, one language only
        "/video", Video, "/illustrasjoner", "/illustrasjoner/sovn-i-natt",
        "/sporsmal", "/sporsmal?tema=selvskading&sorter=mest-lest", "/sporsmal/sok?q=mensen",
        "/sok", "/sok?q=angst", "/sok?q=xqzwv", LongWord, "/sok?q=er+det+farlig&side=99", "/artikler?side=99", "/sok?q=jeg+vil+d%C3%B8", "/sok?q=Nav+Gamle+Oslo", Help, "/tjenester", "/tjenester?tema=vold&kanal=chat&apen=na", "/tjenester/dopingkontakten", "/tjenester/112-politi", "/tjenester/dopingkontakten/feil", "/bekreft/finnes-ikke", "/hjelp-naer-deg", "/finn-hjelp", "/finn-hjelp?om=vet-ikke&hast=na", "/finn-hjelp?om=vet-ikke&hast=senere", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=lese", "/finn-hjelp?om=vet-ikke&hast=i-dag&hvordan=mote", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote&alder=13-15&sted=1337", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=snakke&sted=V%C3%A5ler", "/hjelp-naer-deg?sted=0580", "/hjelp-naer-deg?sted=V%C3%A5ler", "/tjenester/helsestasjon-for-ungdom-bekkestua-baerum", "/verktoy", "/verktoy?tema=utdanning&sprak=nb", "/verktoy/grubl", "/verktoy/sammenlign?v=grubl&v=opp&v=skamlos", "/verktoy/grubl/meld-fra", Feedback, "/tilbakemelding", "/tilbakemelding/takk",
        Ask, "/sjekk-svar", "/still-sporsmal/under-13", "/still-sporsmal/over-20",
        "/innstillinger", "/innstillinger?lagret=true", "/om", "/api", "/tilgjengelighet", "/slik-skjuler-du-sporene-dine",
        Missing, "/feil/500", "/feil/503",
    ];

    /// <summary>The same as rows of a theory.</summary>
    public static TheoryData<string> Rows => [.. All];

    /// <summary>A path in one of the languages nb, nn and en.</summary>
    public static string In(string language, string path) => language == "nb" ? path : $"/{language}{path}";
}
