using System.Collections.Frozen;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Words that say little about what is looked for.</summary>
internal static class SmallWords
{
    private static readonly FrozenSet<string> Dropped = Set(
        """
        jeg eg du deg han hun ho hen hin den det de dem dei oss vi me dere dykk min mi mitt mine din ditt dine sin si sitt sine seg sjøl sjølv hans hennes hennar deres deira vår vårt våre
        er var vært vore være vera vere bli blir ble blei blitt vart har hatt hadde ha kan kunne kunna skal skulle vil ville må måtte bør burde får få fikk fått fekk fått
        og eller men at om så for til fra frå på i av med uten utan ved hos mot mellom under over etter før som enn da då når nå no her der dit hit ut inn opp ned
        en ei et ein eit noe noen noko nokon nokre alle alt all hele heile denne dette disse den der desse samme same selv bare berre også òg ikke ikkje ikk ikje ja nei jo vel bra gjør gjøre gjer gjere gjorde gjort
        hva kva hvem kven hvor kvar kor hvordan korleis åssen koss når hvorfor kvifor korfor hvilken hvilke hvilket kva slags hvis viss dersom fordi slik sånn
        vet veit vite visste lurer lurar tror trur føler føles kjenner kjennes synes syns tenker gå går gikk kommer kjem veldig ganske litt mye mykje mer meir mest egentlig eigentleg liksom typ hei hallo takk please pls hjelp help
        meg æ mæ dæ itj ka kordan korsn e ke ska d
        i im ive me my myself you your he him his she her it its we us our they them their the a an this that these those is am are was were be been being do does did doing done have has had
        can could should would will shall may might must not no yes dont doesnt didnt cant wont isnt to of in on at by for from with without about into as than then so if or and but because
        what whats who whom whose which when where why how when get got getting go going im really very just some any all more most too also there here know think feel want need
        """);

    private static readonly FrozenSet<string> Weak = Set(
        """
        normal normalt vanlig vanleg farlig farleg lov ulovlig ulovleg rart dumt vondt første gang ganger tips råd finne snakke prate si fortelle spørre hjelpe bør mange mye lenge gammel gammal år dag dager
        ting folk person barn ungdom ungdommer unge tenåring jente gutt jenter gutter slutte starte begynne klare orke prøve ta tar tok tatt vise være funker virker skje skjer hende hvor lang lenge ofte
        vil ha blitt normal okay ok greit bra dårlig best beste god bedre
        normal okay bad good best old first time tell talk find make start stop help way ways thing things someone people teen teenager young long often happens happen
        """);

    private static readonly FrozenSet<string> DroppedStems = Dropped.Concat(Dropped.SelectMany(word => WordStem.Both(word, "nb"))).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems that say as little as the dropped words do.</summary>
    public static bool AreStemsOfDropped(string stem) => DroppedStems.Contains(stem);

    /// <summary>Question words, pronouns and the like: dropped when anything else is left.</summary>
    public static bool AreDropped(string word) => Dropped.Contains(word);

    /// <summary>Words that a Norwegian text uses to join sentences and a reader to ask with: "mens" is "while" there and menstruation here.</summary>
    public static bool JoinSentences(string word) => word is "mens";

    /// <summary>Words that help the order of hits but are not demanded.</summary>
    public static bool AreWeak(string word) => Weak.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
