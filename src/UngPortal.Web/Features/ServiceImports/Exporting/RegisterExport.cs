using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>Writes the whole register as one file, some services at a time.</summary>
public sealed class RegisterExport(PortalDbContext db, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site)
{
    private const int Batch = 200;
    private const string Active = "active";
    private const string Inactive = "inactive";
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes to the stream. Returns how many services there were.</summary>
    public async Task<int> WriteAsync(ExportFormat format, Stream target, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Bokmal.Culture;
        var setting = await SettingAsync(cancellationToken);
        return format switch
        {
            ExportFormat.Json => await WriteJsonAsync(target, setting, cancellationToken),
            ExportFormat.Zip => await WriteZipAsync(target, setting, cancellationToken),
            _ => await WriteCsvAsync(target, cancellationToken),
        };
    }

    private async Task<int> WriteJsonAsync(Stream target, DocumentSetting setting, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var json = new Utf8JsonWriter(target, Json);
        json.WriteStartArray();
        await foreach (var (service, status) in ServicesAsync(cancellationToken))
        {
            ServicePackage.Write(service, status, setting).WriteTo(json);
            await json.FlushAsync(cancellationToken);
            count++;
        }

        json.WriteEndArray();
        return count;
    }

    private async Task<int> WriteZipAsync(Stream target, DocumentSetting setting, CancellationToken cancellationToken)
    {
        var count = 0;
        var tables = new PackageTables();
        await foreach (var (service, status) in ServicesAsync(cancellationToken))
        {
            tables.Add(ServicePackage.Write(service, status, setting));
            count++;
        }

        tables.Pack(target);
        return count;
    }

    private async Task<int> WriteCsvAsync(Stream target, CancellationToken cancellationToken)
    {
        var most = await db.Set<ServiceChannel>().GroupBy(channel => channel.ServiceId).Select(group => (int?)group.Count()).MaxAsync(cancellationToken) ?? 0;
        var ways = Math.Max(most, OwnColumns.WaysLeast);
        var count = 0;
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(OwnTableWriter.Head(ways));
        await foreach (var (service, status) in ServicesAsync(cancellationToken))
        {
            await writer.WriteAsync(OwnTableWriter.Row(service, status, ways));
            count++;
        }

        return count;
    }

    /// <summary>All services by their slugs, which are the same in a copy of the register, with what can be said of their being there.</summary>
    private async IAsyncEnumerable<(Service Service, string Status)> ServicesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await db.Services.AsNoTracking().Select(service => new { service.Id, service.Slug }).ToListAsync(cancellationToken);
        var said = (await db.ServiceForeignIds.AsNoTracking().OrderBy(foreign => foreign.ImportedAt).ToListAsync(cancellationToken)).ToLookup(foreign => foreign.ServiceId, foreign => foreign.Status);
        foreach (var batch in all.OrderBy(one => one.Slug, StringComparer.Ordinal).Chunk(Batch))
        {
            var ids = batch.Select(one => one.Id).ToArray();
            var services = await db.Services.AsNoTracking().Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().Where(service => EF.Parameter(ids).Contains(service.Id)).ToListAsync(cancellationToken);
            foreach (var service in services.OrderBy(service => service.Slug, StringComparer.Ordinal))
            {
                yield return (service, StatusOf(service, said[service.Id].LastOrDefault()));
            }
        }
    }

    /// <summary>One that came with a package and that nobody here has judged yet is what its source says.</summary>
    private static string StatusOf(Service service, string? said) =>
        service.State == ServiceState.Listed ? Active : service.CriteriaCheckedOn is null && said is { Length: > 0 } ? said : Inactive;

    private async Task<DocumentSetting> SettingAsync(CancellationToken cancellationToken)
    {
        var types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        var topics = await TopicTree.ReadAsync(db, cancellationToken);
        return new(Language.Bokmal, texts, Instant.FromDateTimeOffset(db.Time.GetUtcNow()), new TermBook(topics.All, types), new ScheduleBook(), site.Value);
    }
}
