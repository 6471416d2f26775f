using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Who answers for the services in packages.</summary>
public sealed class OrganizationReadingTests
{
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["hfu"] = "hfu" }, new HashSet<string>(StringComparer.Ordinal), "hfu", "Prøveland", new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData(""" "organization": { "id": "o1", "name": " Stiftelsen\nPrøve ", "email": "kari@prove.invalid" } """, "Stiftelsen Prøve")]
    [InlineData(""" "organization": { "name": "Oslo kommune" } """, "Oslo kommune")]
    [InlineData(""" "organization": { "name": "Oslo kommune" }, "x-organization-basis": "told" """, "Oslo kommune")]
    [InlineData(""" "organization": { "name": "Oslo kommune" }, "x-organization-basis": "law" """, null)]
    [InlineData(""" "organization": { "name": "Oslo kommune" }, "x-organization-basis": "own-page" """, null)]
    [InlineData(""" "organization": { "name": "Stiftelsen Prøve" }, "x-run-by": "STIFTELSEN PRØVE" """, "STIFTELSEN PRØVE")]
    [InlineData(""" "organization": { "id": "o1" }, "organization_id": "o1" """, null)]
    [InlineData(""" "organization": "Prøve" """, null)]
    public void AnOrganisation_IsReadAsToldName_UnlessThePortalWorkedItOut(string more, string? name)
    {
        var row = Row(more);

        Assert.Empty(row.Faults);
        Assert.Equal(name, row.Facts!.RunBy);
    }

    [Fact]
    public void TwoNames_AndOneThatIsTooLong_AreRefused()
    {
        Assert.Contains(Row(""" "organization": { "name": "Stiftelsen Prøve" }, "x-run-by": "Andre" """).Faults, found => found.Fault is { Kind: ImportFaultKind.Disagrees, Column: "name" });
        Assert.Contains(Row($$""" "organization": { "name": "{{new string('a', Service.RunByMaxLength + 1)}}" } """).Faults, found => found.Fault is { Kind: ImportFaultKind.TextTooLong, Column: "name" });
    }

    [Theory]
    [InlineData("""{ "id": "o1", "name": "Stiftelsen Prøve", "services": [{{one}}] }""", "", "Stiftelsen Prøve")]
    [InlineData("""{ "id": "o1", "name": "Oslo kommune", "services": [{{one}}] }""", """ "organization_id": "o1", "x-organization-basis": "law", """, null)]
    [InlineData("""{ "organizations": [{ "id": "o2", "name": "Andre" }, { "id": "o1", "name": "Stiftelsen Prøve" }], "services": [{{one}}] }""", """ "organization_id": "o1", """, "Stiftelsen Prøve")]
    [InlineData("""{ "organizations": [{ "id": "o2", "name": "Andre" }], "services": [{{one}}] }""", """ "organization_id": "o1", """, null)]
    [InlineData("""{ "organizations": [{ "id": "\ud800", "name": "Andre" }], "services": [{{one}}] }""", """ "organization_id": "\ud800", """, null)]
    public void Json_WithItsServicesInside_OrBeside_IsJoined(string package, string more, string? name)
    {
        var item = Assert.Single(PackageReader.Read([new("a.json", ImportVisits.Bytes(package.Replace("{{one}}", $"{{ {more} {Rest} }}", StringComparison.Ordinal)))]));

        Assert.Equal(name, ServiceReading.Read(item, Terms).Facts?.RunBy);
    }

    [Theory]
    [InlineData("organizations.csv", "id,name,description", "o1,\"Stiftelsen, Prøve\",Om")]
    [InlineData("organization.csv", "id,name,alternate_name", "o1,\"Stiftelsen, Prøve\",")]
    public void Tables_AreJoined_AndFaultsStandInTheirOwnTable(string file, string head, string one)
    {
        var items = PackageReader.Read(
        [
            new("services.csv", ImportVisits.Bytes("id,organization_id,name,status,url,x-municipality,x-organization-basis\ns1,o1,En,active,https://en.invalid/,0301,\ns2,borte,To,active,https://to.invalid/,0301,\ns3,o1,Tre,active,https://tre.invalid/,0301,law\ns4,o9,Fire,active,https://fire.invalid/,0301,\n")),
            new(file, ImportVisits.Bytes($"{head}\n{one}\no9,{new string('a', Service.RunByMaxLength + 1)},\n")),
        ]);
        var rows = items.Select(item => ServiceReading.Read(item, Terms)).ToList();

        Assert.Equal(["Stiftelsen, Prøve", null, null], rows.Take(3).Select(row => row.Facts!.RunBy));
        Assert.Equal((file, 3, ImportFaultKind.TextTooLong), rows[3].Faults.Select(at => (at.File, at.Line, at.Fault.Kind)).Single());
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public void Version11_BringsItsOrganisation() =>
        Assert.All(PackageReader.Read(InventedTables.Version11(10)).Where(item => item.Service is not null), item => Assert.Equal("Værøy kommune", item.Service!["organization"]?["name"]?.ToString()));

    /// <summary>A package that names nobody takes nothing away, and another spelling is nobody else.</summary>
    [Fact]
    public async Task APackage_Names_KeepsAndRenames_AndTheReportSaysSo()
    {
        using var app = new PortalApp();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(""" "organization": { "name": "Stiftelsen Prøve" } """);
        Assert.Equal("Stiftelsen Prøve", await NameAsync());

        await TakeAsync(""" "description": "Et sted." """);
        await TakeAsync(""" "description": "Et annet sted.", "organization": { "name": "STIFTELSEN «PRØVE»" } """);
        Assert.Equal("Stiftelsen Prøve", await NameAsync());

        Assert.Contains("hvem som står bak", (await TakeAsync(""" "organization": { "name": "Andre" } """)).Text, StringComparison.Ordinal);
        Assert.Equal("Andre", await NameAsync());

        await app.ImportAsync(editor, await editor.ReportedAsync(("tabell.csv", ImportVisits.Bytes("navn;slag;type;kommune;kilde;organisasjon;vei1_slag;vei1_adresse\nTabellhuset;local;hfu;0301;https://tabell.invalid/;Tabellaget;web;https://tabell.invalid/\n"))));
        Assert.Equal("Tabellaget", await app.InDatabaseAsync(db => db.Services.Where(one => one.Slug.StartsWith("tabellhuset")).Select(one => one.RunBy).SingleAsync()));

        async Task<HtmlPage> TakeAsync(string more)
        {
            var report = await editor.ReportedAsync(("a.json", ImportVisits.Bytes($"[{ImportVisits.One("c1", "Navnehuset").TrimEnd('}')}, {more} }}]")));
            var page = await editor.OpenAsync(report);
            await app.ImportAsync(editor, report);
            return page;
        }

        Task<string?> NameAsync() => app.InDatabaseAsync(db => db.Services.Where(one => one.Slug.StartsWith("navnehuset")).Select(one => one.RunBy).SingleAsync());
    }

    private const string Rest = """ "id": "a1", "name": "Prøvehuset", "status": "active", "url": "https://prove.invalid/", "x-municipality": "0301" """;

    private static ReadRow Row(string more) => ServiceReading.Read(new("a.json", 1, (JsonObject)JsonNode.Parse($"{{ {Rest}, {more} }}")!), Terms);
}
