using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>What a report says of a package’s rows, and packages that none can be made of.</summary>
public sealed class ImportReportTests(PortalApp app) : IClassFixture<PortalApp>
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
}
