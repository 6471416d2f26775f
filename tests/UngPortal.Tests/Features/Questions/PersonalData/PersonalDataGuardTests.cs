using System.Globalization;
using UngPortal.Features.Questions.PersonalData;

namespace UngPortal.Tests.Features.Questions.PersonalData;

/// <summary>What tells who somebody is, and what only looks like it. All people and numbers are invented.</summary>
public sealed class PersonalDataGuardTests
{
    [Theory]
    [InlineData("ring meg på 91234567 da", "Phone:91234567")]
    [InlineData("nummeret er 912 34 567", "Phone:912 34 567")]
    [InlineData("nummeret er 91 23 45 67.", "Phone:91 23 45 67")]
    [InlineData("nummeret er 91.23.45.67", "Phone:91.23.45.67")]
    [InlineData("nummeret er 9123 4567", "Phone:9123 4567")]
    [InlineData("nummeret er 9 1 2 3 4 5 6 7", "Phone:9 1 2 3 4 5 6 7")]
    [InlineData("tlf 22-33-44-55", "Phone:22-33-44-55")]
    [InlineData("+4791234567", "Phone:4791234567")]
    [InlineData("+47 912 34 567", "Phone:47 912 34 567")]
    [InlineData("0047 91 23 45 67", "Phone:0047 91 23 45 67")]
    [InlineData("+46 70 123 45 67", "Phone:46 70 123 45 67")]
    [InlineData("ring 91234567 2 ganger", "Phone:91234567")]
    [InlineData("i 2024 fikk jeg 91234567", "Phone:91234567")]
    [InlineData("skriv til kari.prove@prove.invalid", "Email:kari.prove@prove.invalid")]
    [InlineData("KARI_99@PROVE.INVALID!", "Email:KARI_99@PROVE.INVALID")]
    [InlineData("mailen er bjørn@prøve.invalid.", "Email:bjørn@prøve.invalid")]
    [InlineData("kari(at)prove.invalid", "Email:kari(at)prove.invalid")]
    [InlineData("kari krøllalfa prove.invalid", "Email:kari krøllalfa prove.invalid")]
    [InlineData("jeg bor i Prøvegata 5", "Address:Prøvegata 5")]
    [InlineData("prøveveien 12b", "Address:prøveveien 12")]
    [InlineData("Kongens gate 7", "Address:Kongens gate 7")]
    [InlineData("huset i Eplebakken 14", "Address:Eplebakken 14")]
    [InlineData("Solsvingen nr 3", "Address:Solsvingen nr 3")]
    [InlineData("vi bur i Prøvevegen 101", "Address:Prøvevegen 101")]
    [InlineData("I live at 12 Apple Street", "Address:12 Apple Street")]
    [InlineData("følg meg @kari_prove", "Handle:@kari_prove")]
    [InlineData("(@kari.p99)", "Handle:@kari.p99")]
    [InlineData("snap: kariprove", "Handle:kariprove")]
    [InlineData("snappen min er kari_p09", "Handle:kari_p09")]
    [InlineData("insta er kari.p", "Handle:kari.p")]
    [InlineData("brukernavn: kariprove", "Handle:kariprove")]
    [InlineData("Jeg heter Kari Nordmann og er 15", "Name:Kari Nordmann")]
    [InlineData("eg heiter Kari Prøve Nordmann", "Name:Kari Prøve Nordmann")]
    [InlineData("læreren min heter Ola Nordmann", "Name:Ola Nordmann")]
    [InlineData("han heter Anne-Marie Prøve", "Name:Anne-Marie Prøve")]
    [InlineData("Navn: Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("navnet mitt er Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("namnet hennar er Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("my name is Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("I am called Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("hilsen Kari Nordmann", "Name:Kari Nordmann")]
    [InlineData("jeg går på Prøvelia skole", "Place:Prøvelia skole")]
    [InlineData("går i tiende på Prøveskolen", "Place:Prøveskolen")]
    [InlineData("spiller for Prøvdal IL", "Place:Prøvdal IL")]
    [InlineData("jeg bor i Prøvdal", "Place:Prøvdal")]
    [InlineData("Prøvdal videregående er fin", "Place:Prøvdal videregående")]
    public void Find_InATextThatTells_SaysWhatAndWhere(string text, params string[] expected)
    {
        var found = PersonalDataGuard.Find(text).Select(finding => $"{finding.Kind}:{text.Substring(finding.Start, finding.Length)}").ToList();

        Assert.Contains(expected, one => found.Contains(one));
        Assert.All(found, one => Assert.True(expected.Contains(one) || one.StartsWith("Place:", StringComparison.Ordinal), one));
    }

    [Theory]
    [InlineData("ring 113 med en gang")]
    [InlineData("ring 116 111 eller 116 117")]
    [InlineData("02800 og 116123")]
    [InlineData("24.12.2025 og 2026-11-26 og 26/11-2026")]
    [InlineData("født 01.02.2010")]
    [InlineData("det koster 12 000 000 kr")]
    [InlineData("kr 45123456 på konto")]
    [InlineData("han skylder 91234567 kroner")]
    [InlineData("skoleåret 2025-2026 og 2026 2027")]
    [InlineData("lottotallene 23 34 45 56 12 11 4")]
    [InlineData("kl 20.00 til 22.30")]
    [InlineData("12345678901 er ikke noe fødselsnummer")]
    [InlineData("1234567 er sju tall, og 123456789 er ni")]
    [InlineData("jeg er 15 år og veier 52 kg")]
    [InlineData("Harry Styles er den beste artisten, og sangene hans er fine")]
    [InlineData("en sang som heter Watermelon Sugar")]
    [InlineData("filmen heter Den Store Reisen")]
    [InlineData("jeg heter Kari")]
    [InlineData("jeg heter ikke noe spesielt")]
    [InlineData("Jeg Vet Ikke Hva Jeg Skal Gjøre")]
    [InlineData("hva heter Det Norske Akademi for tiden")]
    [InlineData("riksveien 3 og fylkesvei 35 og E6")]
    [InlineData("det er på vei 2 ganger")]
    [InlineData("vi kom på plass 2 i vurderingen 3 ganger")]
    [InlineData("klasse 9 b, side 12 og oppgave 7")]
    [InlineData("snap er dumt, og insta er bare tull")]
    [InlineData("hva er @ for noe? @ @@ @1")]
    [InlineData("a@b og kari@ og @")]
    [InlineData("skolen er kjip, og læreren på skole er streng")]
    [InlineData("😀😀 12 😀 34 😀 56 😀 78")]
    [InlineData("")]
    [InlineData("   \n\t ")]
    public void Find_InATextThatOnlyLooksLikeIt_FindsNothing(string text) => Assert.Empty(PersonalDataGuard.Find(text).Select(finding => $"{finding.Kind}:{text.Substring(finding.Start, finding.Length)}"));

    [Theory]
    [InlineData("0181", 0)]
    [InlineData("3192", 0)]
    [InlineData("4181", 0)]
    [InlineData("0181", 6)]
    public void Find_NationalIdWithRightCheckDigits_IsFound_WithWrongOnesNot(string dayAndMonth, int gap)
    {
        var id = NationalId(dayAndMonth);
        var typed = gap == 0 ? id : id.Insert(gap, " ");
        var wrong = id[..10] + (char)('0' + ((id[10] - '0' + 1) % 10));

        Assert.Equal([new PersonalDataFinding(PersonalDataKind.NationalId, 4, typed.Length)], PersonalDataGuard.Find($"Det {typed} er mitt"));
        Assert.Empty(PersonalDataGuard.Find($"Det {wrong} er mitt"));
        Assert.Empty(PersonalDataGuard.Find($"Det 9{id} er mitt"));
    }

    [Fact]
    public void Find_SeveralKinds_ComeInOrder()
    {
        const string Text = "Jeg heter Kari Nordmann, bor i Prøvegata 5 og har 91234567, kari@prove.invalid og @kari_prove.";

        Assert.Equal(
            [PersonalDataKind.Name, PersonalDataKind.Address, PersonalDataKind.Place, PersonalDataKind.Phone, PersonalDataKind.Email, PersonalDataKind.Handle],
            PersonalDataGuard.Find(Text).Select(finding => finding.Kind));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("9")]
    [InlineData("91 ")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("a.@b.")]
    [InlineData("(at)")]
    [InlineData("Heter Heter ")]
    [InlineData("jeg heter Kari ")]
    [InlineData("Gate 1 ")]
    [InlineData("snap:")]
    [InlineData("snap min er ")]
    [InlineData("navn ")]
    [InlineData("Aa")]
    [InlineData("a-")]
    [InlineData("\u0301")]
    [InlineData("\ud800")]
    [InlineData("+")]
    [InlineData("00 ")]
    public void Find_HostileText_TakesWorkInProportionAndOnlySoMuch(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, PersonalDataGuard.MostRead * 5 / piece.Length));
        PersonalDataGuard.Find(text);

        var (quarter, whole, beyond) = (WorkOf(text[..(PersonalDataGuard.MostRead / 4)]), WorkOf(text[..PersonalDataGuard.MostRead]), WorkOf(text));

        Assert.True(beyond <= whole + 100_000, $"{whole} bytes for all that is read, {beyond} for more");
        Assert.True(whole <= (6 * quarter) + 100_000, $"{quarter} bytes for a quarter, {whole} for the whole");
    }

    /// <summary>What it allocates, which no other program changes.</summary>
    private static long WorkOf(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PersonalDataGuard.Find(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A number of the range for tests: the month is raised by 80, so it is nobody's.</summary>
    private static string NationalId(string dayAndMonth)
    {
        for (var serial = 0; ; serial++)
        {
            var nine = dayAndMonth + "10" + serial.ToString("000", CultureInfo.InvariantCulture);
            var first = Check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
            var second = Check(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
            if (first < 10 && second < 10)
            {
                return $"{nine}{first}{second}";
            }
        }
    }

    private static int Check(string digits, int[] weights) => (11 - (weights.Select((weight, at) => weight * (digits[Math.Min(at, digits.Length - 1)] - '0')).Sum() % 11)) % 11;

    [Theory]
    [InlineData("Det skjedde 17. mai i fjor", PersonalDataKind.Date, "17. mai")]
    [InlineData("Jeg ble født 3.4.2010 her", PersonalDataKind.Date, "3.4")]
    [InlineData("Jeg begynte i 2023 og trives", PersonalDataKind.Date, "2023")]
    [InlineData("Jeg har Turners syndrom og lurer", PersonalDataKind.Diagnosis, "Turners syndrom")]
    [InlineData("jeg er venn med Solveig, går det bra?", PersonalDataKind.Name, "Solveig")]
    [InlineData("vi møttes på Lillevik i går", PersonalDataKind.Name, "Lillevik")]
    public void FindAll_WhatMayTellWhoSomebodyIs_IsMarked(string text, PersonalDataKind kind, string word) =>
        Assert.Contains(PersonalDataGuard.FindAll(text), found => found.Kind == kind && text.Substring(found.Start, found.Length) == word);

    [Theory]
    [InlineData("Hei! Jeg lurer på noe. Kan jeg sove mer?")]
    [InlineData("I think I'm fine. What helps?")]
    [InlineData("Jeg sover 8 timer, er det nok?")]
    [InlineData("Klokka 22.45 er det leggetid")]
    public void FindAll_WordsThatTellNothing_AreLeftAlone(string text) => Assert.Empty(PersonalDataGuard.FindAll(text));
}
