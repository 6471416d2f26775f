using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;
using UngPortal.Tests.Features.Api;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>The whole starter register goes out, into an empty register, and out again as the same bytes.</summary>
public sealed class RoundTripTests
{
    private const string Place = "alta-kommunale-legevakt";
    private const string Priced = "dopingkontakten";

    [Theory]
    [InlineData("Json", "tjenester.json")]
    [InlineData("Zip", "tjenester.zip")]
    [InlineData("Csv", "tjenester.csv")]
    public async Task AnExport_ImportedIntoAnEmptyRegister_IsExportedAsTheSameBytes(string format, string name)
    {
        using var app = new PortalApp();
        await app.InDatabaseAsync(async db =>
        {
            var edited = await db.Services.Include(service => service.Channels).FirstAsync(service => service.Slug == "112-politi");
            edited.Edit(edited.Facts() with { Name = new() { ["nb"] = "'=SUM(1)", ["nn"] = "@politiet, \"112\"", ["en"] = "Police;\n112" }, Channels = [.. edited.Channels.Select(channel => channel.WithHours("Mo-Fr 09:00-21:00; Sa 22:00-02:00; Jun 20-Aug 15 off; PH off; 2026 Dec 24-2027 Jan 2 off")), Screen(edited.Channels.Count + 1, ChannelKind.Chat, null), Screen(edited.Channels.Count + 2, ChannelKind.Video, "Mo-Fr 18:00-20:00; PH off")] }, db.Time.GetUtcNow().UtcDateTime);
            await TellAsync(db);
            return await db.SaveChangesAsync();
        });
        using var editor = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        var first = await editor.ExportAsync(format);
        var count = await app.InDatabaseAsync(db => db.Services.CountAsync());
        await app.InDatabaseAsync(db => db.Services.ExecuteDeleteAsync());

        var report = await editor.ReportedAsync((name, first));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.New] = count }, await editor.CountsAsync(report));
        await app.ImportAsync(editor, report);
        var second = await editor.ExportAsync(format);

        Assert.Equal(Readable(format, first), Readable(format, second));
        Assert.Equal(first, second);
        Assert.True(count > 100);
        var again = await editor.ReportedAsync((name, second));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Unchanged] = count }, await editor.CountsAsync(again));
        Assert.Equal(count, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.State == ServiceState.Withdrawn)));
    }

    [Fact]
    public async Task AnExport_IsValidHsds()
    {
        using var app = new PortalApp();
        await app.InDatabaseAsync(async db =>
        {
            await TellAsync(db);
            return await db.SaveChangesAsync();
        });
        using var editor = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        using var all = JsonDocument.Parse(await editor.ExportAsync("Json"));

        Assert.Empty(all.RootElement.EnumerateArray().SelectMany(service => HsdsSchemas.Faults("service", service).Select(fault => $"{service.GetProperty("x-slug")}: {fault}")).Take(10));
        var alta = all.RootElement.EnumerateArray().Single(service => service.GetProperty("x-slug").GetString() == Place);
        Assert.Equal(["no", "se"], alta.GetProperty("languages").EnumerateArray().Select(language => language.GetProperty("code").GetString()));
        Assert.Equal(["Inngang uten trinn", "Teleslynge"], alta.GetProperty("service_at_locations")[0].GetProperty("location").GetProperty("accessibility").EnumerateArray().Select(one => one.GetProperty("description").GetString()));
        Assert.Equal(2, all.RootElement.EnumerateArray().Count(service => service.TryGetProperty("x-told", out _)));
        Assert.Equal(["Gratis 0 NOK", "Gratis for deg under 20 år; ellers 250 kr. –"], all.RootElement.EnumerateArray().Where(service => service.TryGetProperty("cost_options", out _)).OrderBy(service => service.GetProperty("x-slug").GetString(), StringComparer.Ordinal)
            .SelectMany(service => service.GetProperty("cost_options").EnumerateArray()).Select(option => $"{option.GetProperty("option").GetString()} {(option.TryGetProperty("amount", out var amount) ? $"{amount} {option.GetProperty("currency").GetString()}" : "–")}"));
        Assert.Equal(["OSLO Universitetssykehus", "Oslo kommune", "Oslo universitetssykehus", "[=Helse]"], all.RootElement.EnumerateArray().Where(service => service.TryGetProperty("x-organization-basis", out var basis) && basis.GetString() == "told").Select(service => service.GetProperty("organization").Text("name")).Order(StringComparer.Ordinal));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Set<UngPortal.Platform.Audit.AuditEntry>().CountAsync(entry => entry.Action == "services-exported")));
    }

    private static async Task TellAsync(PortalDbContext db)
    {
        var place = await db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).SingleAsync(service => service.Slug == Place);
        place.Edit(place.Facts() with { Languages = ["se", "no"], Told = ["induction-loop", "free", "doctor", "step-free"], Topics = ["vold"], Confidentiality = new() { ["nb"] = "Vi sier ikke noe videre." }, Alert = new() { ["nb"] = "Stengt i uke 30.", ["en"] = "Closed in week 30." } }, db.Time.GetUtcNow().UtcDateTime);
        var priced = await db.Services.Include(service => service.Channels).SingleAsync(service => service.Slug == Priced);
        priced.Edit(priced.Facts() with { Told = ["anonymous"], Cost = new() { ["nb"] = "Gratis for deg under 20 år; ellers 250 kr.", ["en"] = "Free if you’re under 20." }, RunBy = "Oslo universitetssykehus" }, db.Time.GetUtcNow().UtcDateTime);
        // One organisation in two spellings; a municipality's name; one that a table could take for more than a name.
        foreach (var (slug, runBy) in new[] { ("alarmtelefonen-for-barn-og-unge", "OSLO Universitetssykehus"), ("112-politi", "oslo kommune"), ("113-medisinsk-nodnummer", "[=Helse]") })
        {
            var run = await db.Services.Include(service => service.Channels).SingleAsync(service => service.Slug == slug);
            run.Edit(run.Facts() with { RunBy = runBy }, db.Time.GetUtcNow().UtcDateTime);
        }
    }

    private static ServiceChannel Screen(int position, ChannelKind kind, string? hours) => new() { Position = position, Kind = kind, Address = "https://snakk.prove.invalid/inn", DisplayAddress = "snakk.prove.invalid", Hours = hours };

    private static string Readable(string format, byte[] content)
    {
        if (format != "Zip")
        {
            return Encoding.UTF8.GetString(content);
        }

        using var zip = new ZipArchive(new MemoryStream(content));
        return string.Concat(zip.Entries.Select(entry => entry.Name + "\n" + new StreamReader(entry.Open()).ReadToEnd()));
    }
}
