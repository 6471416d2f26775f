using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

public sealed class ServiceTests : IDisposable
{
    private static readonly ServiceFacts Facts = new(
        ServiceKind.Helpline,
        new LocalizedText { ["nb"] = "Én tjeneste", ["en"] = "A service" },
        new LocalizedText { ["nb"] = "tjenesten på 113" },
        new LocalizedText { ["nb"] = "For deg." },
        ["mobbing", "vold"],
        3,
        null,
        new DateOnly(2026, 8, 13),
        "https://example.org",
        [Channel(1, "113", "24/7"), Channel(2, "112", null)]);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public ServiceTests()
    {
        _connection.Open();
        using var db = Open();
        db.Database.EnsureCreated();
        db.Add(Service.List("en-tjeneste", Facts));
        db.SaveChanges();
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Save_Service_ComesBackWhole()
    {
        using var db = Open();
        var service = db.Set<Service>().Include(service => service.Channels).Single(service => service.Topics.Contains("vold"));

        Assert.Equal(Facts.Name, service.Name);
        Assert.Equal(Facts.InText, service.InText);
        Assert.Equal(Facts.Topics, service.Topics);
        Assert.Equal((Facts.Kind, 3, Facts.Assured, ServiceState.Listed), (service.Kind, service.Position, service.Assured, service.State));
        Assert.Equal(["24/7", null], service.Channels.OrderBy(channel => channel.Position).Select(channel => channel.Hours));
    }

    [Fact]
    public void Revise_SameFacts_ChangesNoRow()
    {
        using var db = Open();
        var service = db.Set<Service>().Include(service => service.Channels).Single();
        service.Revise(Facts with { Name = new LocalizedText(Facts.Name), Topics = ["mobbing", "vold"], Channels = [Channel(1, "113", "24/7"), Channel(2, "112", null)] });

        Assert.False(db.ChangeTracker.HasChanges());
    }

    [Fact]
    public void Revise_OtherHours_ReplacesThatChannelOnly()
    {
        using (var db = Open())
        {
            var service = db.Set<Service>().Include(service => service.Channels).Single();
            service.Revise(Facts with { Channels = [Channel(1, "113", "Mo 10:00-12:00"), Channel(2, "112", null)] });
            Assert.Equal(2, db.SaveChanges());
        }

        using var after = Open();
        Assert.Equal(["Mo 10:00-12:00", null], after.Set<ServiceChannel>().OrderBy(channel => channel.Position).Select(channel => channel.Hours));
    }

    [Fact]
    public void Revise_WithoutAWayToReachIt_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Service.List("en-tjeneste", Facts with { Channels = [] }));

    [Fact]
    public void Withdraw_Withdrawn_Throws()
    {
        var service = Service.List("en-tjeneste", Facts);
        service.Withdraw();

        Assert.Throws<InvalidOperationException>(service.Withdraw);
        Assert.Throws<InvalidOperationException>(service.Relist);
        service.Judge(Enum.GetValues<ListingCriterion>(), "", new DateOnly(2026, 11, 23));
        service.Relist();
        Assert.Equal(ServiceState.Listed, service.State);
        Assert.Throws<InvalidOperationException>(service.Relist);
    }

    private static ServiceChannel Channel(int position, string number, string? hours) =>
        new() { Position = position, Kind = ChannelKind.Phone, Address = number, DisplayAddress = number, Hours = hours };

    private RegisterDbContext Open() => new(new DbContextOptionsBuilder<RegisterDbContext>().UseSqlite(_connection).Options);

    private sealed class RegisterDbContext(DbContextOptions<RegisterDbContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(typeof(Service).Assembly, type => type.DeclaringType == typeof(ServicesData));
        }
    }
}
