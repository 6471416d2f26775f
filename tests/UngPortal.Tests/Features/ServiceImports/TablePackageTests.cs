using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Tables of HSDS 1.1 and 2.0, thousands of rows: what holds is read, and what is broken is told with its file, line and column.</summary>
public sealed class TablePackageTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const int Count = 1_000;
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal) { [InventedTables.Type.ToLowerInvariant()] = "hfu" }, new HashSet<string>(StringComparer.Ordinal), null, "prøve", new DateOnly(2026, 11, 23));

    [Fact]
    public void Version11_IsRead_WithWhatIsBrokenInItsPlace()
    {
        var rows = Read(InventedTables.Version11(Count));

        var good = rows.Where(row => row.Facts is not null).ToList();
        Assert.Equal(Count / 2, good.Count); // A service that stands twice has all that hangs on it the first time.
        var first = good[0].Facts!;
        Assert.Equal(("Ungdomstilbudet på Værøy 0", "hfu", ((int?)13, (int?)null), "3201"), (first.Name.In(Language.Bokmal), first.Local!.Type, first.Local.Ages, first.Local.Serves.Single()));
        Assert.Equal(["Mo,Th 09:00-15:30; 2026 Dec 24-2027 Jan 1 off", null, null], first.Channels.Select(channel => channel.Hours));
        Assert.Equal([ChannelKind.Visit, ChannelKind.Phone, ChannelKind.Web], first.Channels.Select(channel => channel.Kind));
        AssertFault(rows, 1, "regular_schedules.csv", ImportFaultKind.BadTime, "opens_at", "25:00");
        AssertFault(rows, 2, "regular_schedules.csv", ImportFaultKind.ClosesFirst, "closes_at", "15:30–9:00");
        AssertFault(rows, 3, "regular_schedules.csv", ImportFaultKind.Overlap, "opens_at", "09:00-15:30 / 14:00-18:00");
        AssertFault(rows, 6, "physical_addresses.csv", ImportFaultKind.BadPostalCode, "postal_code", "0000");
        AssertFault(rows, 7, "regular_schedules.csv", ImportFaultKind.BadByDay, "weekday", "Mandag til fredag");
        var orphans = rows.Where(row => row.File == "phones.csv").ToList();
        Assert.Equal(Count / 10, orphans.Count);
        Assert.Equal((new ImportFault(ImportFaultKind.Orphan, "borte5", "service_id"), 8), (orphans[0].Faults[0].Fault, orphans[0].Line));
    }

    [Fact]
    public void Version20_IsRead_WithWhatIsBrokenInItsPlace()
    {
        var rows = Read(InventedTables.Version20(Count));

        var good = rows.Where(row => row.Facts is not null).ToList();
        Assert.Equal(Count / 10 * 4, good.Count);
        Assert.Equal(["Tu,Th 17:00-21:00", null], good[0].Facts!.Channels.Select(channel => channel.Hours));
        AssertFault(rows, 1, "schedules.csv", ImportFaultKind.BadByDay, "byday", "XX");
        AssertFault(rows, 2, "schedules.csv", ImportFaultKind.BadFrequency, "freq", "MONTHLY");
        AssertFault(rows, 3, "schedules.csv", ImportFaultKind.BadInterval, "interval", "2");
        AssertFault(rows, 4, "schedules.csv", ImportFaultKind.OtherClock, "timezone", "-5");
        AssertFault(rows, 5, "phones.csv", ImportFaultKind.BadNumber, "number", "ring oss");
        AssertFault(rows, 6, "services.csv", ImportFaultKind.Defunct, "status", "defunct");
        Assert.Equal([(3, "borte")], rows.Where(row => row.File == "other_attributes.csv").Select(row => (row.Line, row.Faults[0].Fault.Value)));
    }

    [Fact]
    public void ARow_ThatStandsTwice_IsToldAndUsedOnce()
    {
        var items = PackageReader.Read(
        [
            new("services.csv", ImportVisits.Bytes("id,name,status\n1,En,active\n2,To,active\n")), new("locations.csv", ImportVisits.Bytes("id,name\nl1,Huset\nl1,Et annet hus\n")),
            new("service_at_location.csv", ImportVisits.Bytes("id,service_id,location_id\nx1,1,l1\nx1,1,l1\n")), new("phones.csv", ImportVisits.Bytes("id,service_id,number\np1,1,116111\np1,2,116111\n")),
        ]);

        Assert.Equal([("locations.csv", 3), ("service_at_location.csv", 3)], items.Where(item => item.Fault?.Kind == ImportFaultKind.RowTwice).Select(item => (item.File, item.Line)));
        Assert.All(items.Take(2), item => Assert.Single(item.Service!["phones"]!.AsArray()));
        Assert.Equal("Huset", Assert.Single(items[0].Service!["service_at_locations"]!.AsArray())!["location"]!["name"]!.ToString());
    }

    [Fact]
    public async Task AZip_OfVersion11_IsReportedWithColumns_AndTakenIn()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(("pakke.zip", Packed("pakke/data/", InventedTables.Version11(20))));

        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.New] = 10, [RowOutcome.Refused] = 14 }, await editor.CountsAsync(report));
        var rows = (await editor.OpenAsync(report)).TextsOf("tbody tr");
        Assert.Contains(rows, row => row.Contains("Klokkeslettet finnes ikke: 25:00", StringComparison.Ordinal) && row.Contains("regular_schedules.csv, linje 5, kolonne opens_at", StringComparison.Ordinal));
        Assert.Contains("(regular_schedules.csv, linje 5, kolonne opens_at)", (await editor.StepAsync(report, "rapport")).Text, StringComparison.Ordinal);
        await app.ImportAsync(editor, report);
        Assert.Equal(10, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("ungdomstilbudet-pa-vaeroy"))));
    }

    /// <summary>In the portal’s own table a column is called what it is called there.</summary>
    [Fact]
    public void TheOwnTable_TellsItsOwnColumns()
    {
        var table = ImportVisits.Bytes("id;navn;slag;type;tema;kommune;alder_fra;bekreftet;postnummer;vei1_slag;vei1_adresse;vei2_slag;vei2_adresse;vei2_tider\nx;X;local;ukjent;måne;9999;gammel;i fjor;0000;phone;nei;web;https://x.invalid/;man 25-26\n");
        var row = Assert.Single(Read([new("tabell.csv", table)]));

        Assert.Equal(["alder_fra", "bekreftet", "kommune", "postnummer", "tema", "type", "vei1_adresse", "vei2_tider"], row.Faults.Select(at => at.Fault.Column).Distinct().Order(StringComparer.Ordinal));
        Assert.All(row.Faults, at => Assert.Equal(("tabell.csv", 2), (at.File, at.Line)));
    }

    private static List<ReadRow> Read(IReadOnlyList<PackageFile> files) => [.. PackageReader.Read(files).Select(item => ServiceReading.Read(item, Terms))];

    private static void AssertFault(List<ReadRow> rows, int remainder, string file, ImportFaultKind kind, string column, string value)
    {
        var broken = rows.Where(row => row.ForeignId.Length > 0 && row.ForeignId[1..].EndsWith(remainder.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToList();
        Assert.Equal(Count / 10, broken.Count);
        Assert.All(broken, row => Assert.Contains(row.Faults, at => (at.File, at.Fault) == (file, new ImportFault(kind, value, column))));
    }

    private static byte[] Packed(string folder, IReadOnlyList<PackageFile> files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create))
        {
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry(folder + file.Name).Open();
                entry.Write(file.Content);
            }
        }

        return content.ToArray();
    }
}
