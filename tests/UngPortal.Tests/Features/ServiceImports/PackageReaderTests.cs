using System.IO.Compression;
using System.Text;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Packages as they come: in many letters, broken, or made to do harm.</summary>
public sealed class PackageReaderTests
{
    private const string Table = "id,name\r\n1,Ungdomshuset på Værøy\r\n";

    [Fact]
    public void Letters_OfEveryKindThatIsCommon_AreRead()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Table), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)], western.GetBytes(Table),
        ];
        Assert.All(files, bytes => Assert.Equal("Ungdomshuset på Værøy", PackageReader.Read([new("services.csv", bytes)])[0].Service!["name"]!.ToString()));
    }

    [Fact]
    public void Letters_ThatMayBeTwoKinds_AreRefused()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes("id,name\r\n1,på "), 0xE5, 0xFF, .. "\r\n"u8];

        Assert.Equal("Import_BadLetters", Refused(new PackageFile("services.csv", mixed)).TextKey);
        Assert.Equal("Import_NotText", Refused(new PackageFile("services.csv", "id,name\0\r\n"u8.ToArray())).TextKey);
    }

    [Fact]
    public void Cells_ThatLookLikeFormulas_AreTextAndLoseTheirApostrophe()
    {
        var table = CsvTable.Read("a.csv", "id;name;note\n1;=HYPERLINK(1);'=1\n2;''=1;'s Hertog\n3;\"linje 1\nlinje \"\"2\"\"\";'-5\n");

        Assert.Equal(["=HYPERLINK(1)", "'=1", "linje 1\nlinje \"2\""], table.Rows.Select(row => row["name"]));
        Assert.Equal(["=1", "'s Hertog", "-5"], table.Rows.Select(row => row["note"]));
        Assert.Equal([2, 3, 4], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Tables_WithRowsThatBelongToNothing_SayWhere()
    {
        var items = PackageReader.Read(
        [
            File("services.csv", "id,name\n1,En\n"), File("phones.csv", "id,service_id,number\np1,1,116111\np2,9,116112\np3,,116113\n"),
            File("schedules.csv", "id,service_id,byday\ns1,8,MO\n"), File("service_at_location.csv", "id,service_id,location_id\nl1,1,77\n"),
        ]);

        Assert.Equal(["116111"], items[0].Service!["phones"]!.AsArray().Select(phone => phone!["number"]!.ToString()));
        Assert.Equal([("service_at_location.csv", 2), ("phones.csv", 3), ("phones.csv", 4), ("schedules.csv", 2)], items.Skip(1).Select(item => (item.File, item.Line)));
        Assert.All(items.Skip(1), item => Assert.Equal(ImportFaultKind.Orphan, item.Fault?.Kind));
    }

    [Theory]
    [InlineData("../services.csv", "Import_NameWithPath")]
    [InlineData("/services.csv", "Import_NameWithPath")]
    [InlineData("mappe/../services.csv", "Import_NameWithPath")]
    [InlineData("mappe\\services.csv", "Import_NameWithPath")]
    [InlineData("mappe/.services.csv", "Import_NameWithPath")]
    [InlineData("c:services.csv", "Import_NameWithPath")]
    public void AZip_WithNamesThatLeadSomewhere_IsRefused(string name, string key) => Assert.Equal(key, Refused(Zip((name, Table))).TextKey);

    /// <summary>Whoever packs a folder gets its name before each file’s, and on a Mac more than that.</summary>
    [Fact]
    public void AZip_OfAFolder_IsReadAsItsFiles()
    {
        Assert.Equal("1", PackageReader.Read([Zip(("pakke/", ""), ("pakke/data/services.csv", Table), ("pakke/.DS_Store", "x"), ("__MACOSX/pakke/data/._services.csv", "x"))])[0].Service!["id"]!.ToString());
        Assert.Equal("Import_NameWithPath", Refused(Zip(("a/services.csv", Table), ("b/services.csv", Table))).TextKey);
    }

    [Fact]
    public void AZip_ThatSwells_IsRefused()
    {
        Assert.Equal("Import_ZipBomb", Refused(Zip(("services.csv", new string('a', 30_000_000)))).TextKey);
        Assert.Equal("Import_TooManyEntries", Refused(Zip([.. Enumerable.Range(0, 41).Select(number => ($"t{number}.csv", Table))])).TextKey);
        Assert.Equal("Import_BrokenZip", Refused(new PackageFile("a.zip", [.. "PK"u8, 3, 4, .. new byte[40]])).TextKey);
        Assert.Equal("1", PackageReader.Read([Zip(("services.csv", Table))])[0].Service!["id"]!.ToString());
    }

    [Theory]
    [InlineData("[{\"id\":\"1\"},\n{\"id\":\"2\"},\n7]", 3)]
    [InlineData("{\"page\":1,\"contents\":[\n{\"id\":\"1\",\"status\":\"active\"}],\"x\":[1]}", 1)]
    [InlineData("{\"id\":\"1\",\"status\":\"active\",\"phones\":[]}", 1)]
    [InlineData("{\"id\":\"o\",\"name\":\"Org\",\"services\":[{\"id\":\"1\",\"status\":\"active\"}]}", 1)]
    public void Json_IsAListAPageOrOneService(string text, int count)
    {
        var items = PackageReader.Read([File("a.json", text)]);

        Assert.Equal(count, items.Count);
        Assert.Equal("1", items[0].Service!["id"]!.ToString());
        Assert.True(count < 3 || (items[2].Line == 3 && items[2].Fault?.Kind == ImportFaultKind.NotAnObject && items[1].Line == 2));
    }

    [Theory]
    [InlineData("[{]", "Import_BadJson")]
    [InlineData("[{\"id\":1}", "Import_BadJson")]
    [InlineData("7", "Import_NoServices")]
    [InlineData("", "Import_EmptyFile")]
    [InlineData("[]", "Import_NoServices")]
    [InlineData("{\"contents\":[{\"id\":\"1\",\"name\":\"En organisasjon\"}]}", "Import_NotServices")]
    [InlineData("{\"services.csv\":[{\"id\":\"1\"}]}", "Import_NotServices")]
    public void Json_ThatIsNone_IsRefused(string text, string key) => Assert.Equal(key, Refused(File("a.json", text)).TextKey);

    [Theory]
    [InlineData("id;name\n1;\"To\nlinjer\"\n2;\"En\n3;b\n", 4)]
    [InlineData("id\tname\n\n1\t\"En\"x\n", 3)]
    [InlineData("id,name\r\n1,K\"fé\r\n", 2)]
    public void Quotes_ThatAreOpenOrOutOfPlace_AreToldWithTheirRow(string text, int line) => Assert.Equal($"services.csv:{line}", Refused(File("services.csv", text)).Value);

    [Fact]
    public void Rows_SayWhereTheyStand_WhateverEndsTheLines()
    {
        var table = CsvTable.Read("a.csv", "id,name\r\n\r\n1,\"a\r\nb\"\r\n2\r\n3,c,d\r\n");

        Assert.Equal([3, 5, 6], table.Rows.Select(row => row.Line));
        Assert.Equal([null, null, ImportFaultKind.BadCells], table.Rows.Select(row => table.FaultOf(row)?.Kind));
    }

    [Theory]
    [InlineData("id,name\n1,\"En\n", "Import_BadQuotes")]
    [InlineData("id,id\n1,2\n", "Import_BadColumns")]
    [InlineData("navn,slag,farge\nEn,local,blå\n", "Import_UnknownColumn")]
    [InlineData("\n\n", "Import_NoColumns")]
    public void ATable_ThatIsNone_IsRefused(string text, string key) => Assert.Equal(key, Refused(File("services.csv", text)).TextKey);

    [Fact]
    public void Tables_WithoutServices_AreRefused() => Assert.Equal("Import_NoServiceTable", Refused(File("phones.csv", "id,number\n1,2\n")).TextKey);

    private static UnreadablePackageException Refused(params PackageFile[] files) => Assert.Throws<UnreadablePackageException>(() => PackageReader.Read(files));

    private static PackageFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static PackageFile Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return new("pakke.zip", content.ToArray());
    }
}
