using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Packages that are sent, looked at, taken in and taken out again.</summary>
public sealed class ImportTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Services = "id,name,description,url,status,assured_date\n";
    private const string Areas = "id,service_id,name\n";

    [Fact]
    public async Task APackage_WithBrokenRows_SaysOfEachRowWhatWillHappenAndWhere()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(
            ("services.csv", ImportVisits.Bytes(Services + "a1,Ungdomshuset A,Et sted,https://a.invalid,active,2026-10-01\na2,,Uten navn,https://b.invalid,active,2026-10-01\na1,Igjen,Et sted,https://c.invalid,active,2026-10-01\na4,=HYPERLINK(1),Formel,https://d.invalid,active,\na5,Nattåpent,,https://e.invalid,active,2026-10-01\n")),
            ("service_areas.csv", ImportVisits.Bytes(Areas + "o1,a1,Bærum\no2,a4,Bærum\no3,a5,Bærum\no4,borte,Bærum\n")),
            ("phones.csv", ImportVisits.Bytes("id,service_id,number,type\np1,a1,22 40 00 40,voice\np5,a5,22 40 00 41,voice\n")),
            ("schedules.csv", ImportVisits.Bytes("id,service_id,freq,interval,byday,opens_at,closes_at\ns1,a1,WEEKLY,1,\"MO,TU,WE,TH,FR\",09:00,15:00\ns5,a5,WEEKLY,2,ZZ,25:00,26:00\n")));

        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.New] = 2, [RowOutcome.Refused] = 4 }, await editor.CountsAsync(report));
        var rows = (await editor.OpenAsync(report)).TextsOf("tbody tr");
        Assert.Contains(rows, row => row.Contains("services.csv, linje 3", StringComparison.Ordinal) && row.Contains("Navnet mangler.", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("services.csv, linje 4", StringComparison.Ordinal) && row.Contains("Den samme tjenesten står før i pakken:", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Nattåpent", StringComparison.Ordinal) && row.Contains("schedules.csv, linje 3", StringComparison.Ordinal) && row.Contains("hopper over uker", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("service_areas.csv, linje 5", StringComparison.Ordinal) && row.Contains("hører ikke til", StringComparison.Ordinal));
        var file = (await editor.StepAsync(report, "rapport")).Text;
        Assert.Equal(7, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'=HYPERLINK(1)", file, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug == "ungdomshuset-a")));

        await app.ImportAsync(editor, report);

        var taken = await app.InDatabaseAsync(db => db.Services.Include(service => service.Channels).Include(service => service.Areas).SingleAsync(service => service.Slug == "ungdomshuset-a"));
        Assert.Equal((ServiceState.Withdrawn, new DateOnly(2026, 10, 1), "3201"), (taken.State, taken.Assured, taken.Areas[0].Municipality));
        Assert.Equal("Mo-Fr 09:00-15:00", taken.Channels[0].Hours);
        Assert.Equal(new DateOnly(2000, 1, 1), await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "hyperlink-1").Select(service => service.Assured).SingleAsync()));
    }

    [Fact]
    public async Task ASecondImport_OfTheSamePackage_ChangesNothing_AndAChangedOneOnlyWhatDiffers()
    {
        using var editor = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        await TakeAsync(editor, "b1", "Klubben B");

        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Unchanged] = 1 }, await editor.CountsAsync(await editor.ReportedAsync(ImportVisits.Json("b1", "Klubben B"))));
        var changed = await editor.ReportedAsync(ImportVisits.Json("b1", "Klubben B2"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Changed] = 1 }, await editor.CountsAsync(changed));
        Assert.Contains("navn", (await editor.OpenAsync(changed)).TextOf("tbody tr td:last-child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUndo_PutsAllBack_ButLeavesWhatSomebodyHasChangedSince()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "c1", "Klubben C");
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("c1", "Klubben C endret")},{ImportVisits.One("c2", "Klubben C to")},{ImportVisits.One("c3", "Klubben C tre")}]")));
        await app.ImportAsync(editor, report);
        await app.InDatabaseAsync(async db =>
        {
            var third = await db.Services.Include(service => service.Channels).Include(service => service.Areas).SingleAsync(service => service.Slug == "klubben-c-tre");
            third.Assure(new DateOnly(2026, 11, 23));
            return await db.SaveChangesAsync();
        });

        await editor.StepAsync(report, "angre");
        Assert.True(await app.WorkAsync());

        var page = await editor.OpenAsync(report);
        Assert.Contains("Klubben C tre", page.TextOf("h2 + ul"), StringComparison.Ordinal);
        Assert.Equal(["klubben-c", "klubben-c-tre"], await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug.StartsWith("klubben-c")).OrderBy(service => service.Slug).Select(service => service.Slug).ToListAsync()));
        Assert.Equal("Klubben C", (await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "klubben-c").Select(service => service.Name).SingleAsync())).In(Language.Bokmal));
        Assert.Equal(["import-asked b.json", "import-undo-asked b.json", "import-undone 2 / 3", "services-imported 3; b.json"], (await app.AuditOfAsync($"import:{report.Split('/')[^1]}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task StaffEdits_NewerThanTheFile_AreLeftUnlessTicked()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "d1", "Klubben D");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync("klubben-d");
        var report = await editor.ReportedAsync(ImportVisits.Json("d1", "Klubben D ny"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Conflict] = 1 }, await editor.CountsAsync(report));

        await app.ImportAsync(editor, report);
        Assert.Equal("Klubben D", await NameAsync("klubben-d"));
        var again = await editor.ReportedAsync(ImportVisits.Json("d1", "Klubben D ny"));
        await app.ImportAsync(editor, again, (await editor.OpenAsync(again)).Document.QuerySelector("input[name=ta]")!.GetAttribute("value")!);

        Assert.Equal("Klubben D ny", await NameAsync("klubben-d"));
    }

    [Fact]
    public async Task ARegister_ThatChangedSinceTheReport_IsLeftAlone()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "e1", "Klubben E");
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("e1", "Klubben E ny")},{ImportVisits.One("e2", "Klubben E to")}]")));
        await EditAsync("klubben-e");

        await app.ImportAsync(editor, report);

        Assert.Contains("Ingenting ble hentet inn", (await editor.OpenAsync(report)).TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("Klubben E", await NameAsync("klubben-e"));
        Assert.False(await app.InDatabaseAsync(db => db.Services.AnyAsync(service => service.Slug == "klubben-e-to")));
    }

    [Fact]
    public async Task ASecondPress_AndASecondWorker_DoNothingTwice()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("f1", "Klubben F"));
        await editor.StepAsync(report, "importer");
        var underway = await editor.OpenAsync(report);
        Assert.NotNull(underway.Document.QuerySelector("progress"));
        Assert.Equal("2", underway.Response.Headers.GetValues("Refresh").Single());

        Assert.Equal(HttpStatusCode.Redirect, (await editor.StepAsync(report, "importer")).Status);
        Assert.True(await app.WorkAsync());
        Assert.False(await app.WorkAsync());

        Assert.Equal(1, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-f"))));
    }

    [Fact]
    public async Task AnImport_ThatDiesMidway_HasNotHappened_AndIsBegunAnew()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("h1", "Klubben H")},{ImportVisits.One("h2", "Klubben H to")}]")));
        await editor.StepAsync(report, "importer");
        if (!await app.InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite())))
        {
            return; // The trigger is SQLite's.
        }

        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Dies BEFORE INSERT ON ServiceForeignIds BEGIN SELECT RAISE(ABORT, 'dies'); END"));

        await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-h"))));
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Dies"));
        Assert.True(await app.WorkAsync());

        Assert.Equal(2, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-h"))));
        Assert.Contains("Hentet inn", (await editor.OpenAsync(report)).TextOf("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoPackage_IsRefusedInWords_AndNothingIsKept()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var before = await app.InDatabaseAsync(db => db.ImportRuns.CountAsync());
        foreach (var (files, origin, message) in new ((string, byte[])[], string, string)[]
        {
            ([], "Prøveland", "Velg en fil."),
            ([("a.zip", [.. "PK"u8, 3, 4, 0])], "Prøveland", "Pakken er ødelagt"),
            ([("a.json", ImportVisits.Bytes("[{]"))], "Prøveland", "a.json:1"),
            ([("services.csv", [0x69, 0x64, 0x0A, 0xC3, 0xA5, 0xE5, 0xFF])], "Prøveland", "Bokstavene i filen er ødelagt"),
            ([ImportVisits.Json("x", "X")], " ", "Skriv hvem pakken kommer fra"),
        })
        {
            var page = await editor.SendAsync(origin, "", files);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(message, page.TextOf(".error-summary"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await editor.SendAsync(("stor.json", new byte[21 * 1024 * 1024]))).Status);
        Assert.Equal(before, await app.InDatabaseAsync(db => db.ImportRuns.CountAsync()));
    }

    [Fact]
    public async Task AWesternTable_OfThePortalsOwnColumns_IsRead()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var table = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("navn;slag;type;kommune;kilde;vei1_slag;vei1_adresse;vei1_vist;vei1_tider\r\nKlubben på Værøy;local;hfu;1857;https://varoy.invalid/;phone;+4722400042;22 40 00 42;man-fre 9.00-15.30; lør stengt\r\n".Replace("; lør stengt", "", StringComparison.Ordinal));
        await app.ImportAsync(editor, await editor.ReportedAsync(("tabell.csv", table)));

        var taken = await app.InDatabaseAsync(db => db.Services.Include(service => service.Channels).SingleAsync(service => service.Slug == "klubben-pa-vaeroy"));
        Assert.Equal(("1857", "Mo-Fr 09:00-15:30"), (taken.Municipality, taken.Channels[0].Hours));
    }

    [Theory]
    [InlineData("{\"id\":\"g1\",\"name\":\"A\",\"x-source\":{\"name\":\"a\",\"name\":\"b\"}}")]
    [InlineData("{\"id\":\"g1\",\"id\":\"g2\",\"name\":\"A\"}")]
    [InlineData("{\"id\":\"g1\",\"status\":\"active\",\"name\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"g1\",\"status\":\"active\",\"name\":{\"nb\":7},\"x-name\":{\"\":\"A\"},\"phones\":7,\"schedules\":[7],\"attributes\":{},\"x-channels\":[[]]}")]
    [InlineData("{\"id\":1e400,\"status\":1,\"name\":null,\"minimum_age\":1e400,\"latitude\":[]}")]
    [InlineData("[[[[]]]]")]
    public async Task JsonThatIsStrange_IsRefusedAsARow(string one)
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Refused] = 1 }, await editor.CountsAsync(await editor.ReportedAsync(("a.json", ImportVisits.Bytes($"[{one}]")))));
    }

    /// <summary>HSDS knows no holidays and one language: what is the same besides stays as it is.</summary>
    [Fact]
    public async Task AServiceOfTheOpenInterface_ChangesNothingHere()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        using var visitor = app.CreateVisitor();
        var changed = new List<string>();
        foreach (var slug in new[] { "112-politi", "mental-helse-hjelpetelefonen", "helsestasjon-for-ungdom-bekkestua-baerum" })
        {
            var id = UngPortal.Features.OpenReferral.OpenReferralId.Of("service", slug);
            using var answer = await visitor.GetAsync(new Uri($"/api/v1/services/{id}", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                var report = await editor.ReportedAsync(("a.json", await answer.Content.ReadAsByteArrayAsync()));
                changed.Add($"{slug}: {(await editor.OpenAsync(report)).TextOf("tbody tr")}");
            }
        }

        Assert.True(changed.Count > 1);
        Assert.All(changed, row => Assert.Contains("Uendret", row, StringComparison.Ordinal));
    }

    private Task<string> NameAsync(string slug) => app.InDatabaseAsync(async db => (await db.Services.Where(service => service.Slug == slug).Select(service => service.Name).SingleAsync()).In(Language.Bokmal));

    private Task<int> EditAsync(string slug) => app.InDatabaseAsync(async db =>
    {
        var service = await db.Services.Include(one => one.Channels).Include(one => one.Areas).Include(one => one.Location).SingleAsync(one => one.Slug == slug);
        service.Edit(service.Facts(), db.Time.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    private async Task TakeAsync(HttpClient editor, string id, string name) => await app.ImportAsync(editor, await editor.ReportedAsync(ImportVisits.Json(id, name)));
}
