using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services;

public static class ServicesData
{
    extension(PortalDbContext db)
    {
        public DbSet<Service> Services => db.Set<Service>();

        public DbSet<ServiceType> ServiceTypes => db.Set<ServiceType>();

        public DbSet<ServiceLocation> ServiceLocations => db.Set<ServiceLocation>();

        public DbSet<ServiceDay> ServiceDays => db.Set<ServiceDay>();

        public DbSet<ServiceReport> ServiceReports => db.Set<ServiceReport>();
    }

    internal sealed class ServiceConfiguration : IEntityTypeConfiguration<Service>
    {
        public void Configure(EntityTypeBuilder<Service> builder)
        {
            builder.ToTable("Services");
            builder.Property(service => service.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(service => service.Name).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.InText).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.Description).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.PrimitiveCollection(service => service.Topics).HasMaxLength(1000);
            builder.PrimitiveCollection(service => service.Languages).HasMaxLength(Service.LanguagesMaxLength);
            builder.PrimitiveCollection(service => service.Told).HasMaxLength(Service.ToldMaxLength);
            builder.Property(service => service.Confidentiality).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.Alert).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.Cost).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.RunBy).HasMaxLength(Service.RunByMaxLength);
            builder.Property(service => service.Website).HasMaxLength(Service.WebsiteMaxLength);
            builder.Property(service => service.Source).HasMaxLength(Service.SourceMaxLength);
            builder.Property(service => service.Version).IsConcurrencyToken();
            builder.HasIndex(service => service.Slug).IsUnique();
            // None begins with the state, which nearly all have in common: SQLite takes it for rare and reads all services for the nearest twenty.
            builder.Property(service => service.HoursNote).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.Note).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(service => service.Type).HasMaxLength(ServiceType.KeyMaxLength);
            builder.Property(service => service.Municipality).HasMaxLength(ServiceArea.NumberLength);
            builder.Property(service => service.AssurerEmail).HasMaxLength(Service.AssurerEmailMaxLength);
            builder.Property(service => service.CriteriaMet).HasMaxLength(200);
            builder.Property(service => service.CriteriaNote).HasMaxLength(Service.CriteriaNoteMaxLength);
            builder.Ignore(service => service.MeetsAllCriteria);
            builder.HasIndex(service => service.Assured);
            builder.HasOne(service => service.Location).WithOne().HasForeignKey<ServiceLocation>(location => location.ServiceId);
            builder.HasMany(service => service.Areas).WithOne().HasForeignKey(area => area.ServiceId);
            builder.HasMany(service => service.Channels).WithOne().HasForeignKey(channel => channel.ServiceId);
        }
    }

    internal sealed class ChannelConfiguration : IEntityTypeConfiguration<ServiceChannel>
    {
        public void Configure(EntityTypeBuilder<ServiceChannel> builder)
        {
            builder.ToTable("ServiceChannels");
            builder.Ignore(channel => channel.Href);
            builder.Property(channel => channel.Address).HasMaxLength(ServiceChannel.AddressMaxLength);
            builder.Property(channel => channel.DisplayAddress).HasMaxLength(ServiceChannel.DisplayAddressMaxLength);
            builder.Property(channel => channel.Hours).HasMaxLength(OpeningHours.MaxLength);
            builder.HasIndex(channel => new { channel.ServiceId, channel.Position });
        }
    }

    internal sealed class ReportConfiguration : IEntityTypeConfiguration<ServiceReport>
    {
        public void Configure(EntityTypeBuilder<ServiceReport> builder)
        {
            builder.ToTable("ServiceReports");
            builder.Property(report => report.Text).HasMaxLength(ServiceReport.TextMaxLength);
            builder.HasOne<Service>().WithMany().HasForeignKey(report => report.ServiceId);
            builder.HasIndex(report => report.FormKey).IsUnique();
            builder.HasIndex(report => report.SentAt);
        }
    }

    internal sealed class DayConfiguration : IEntityTypeConfiguration<ServiceDay>
    {
        public void Configure(EntityTypeBuilder<ServiceDay> builder)
        {
            builder.ToTable("ServiceDays");
            builder.HasKey(one => new { one.ServiceId, one.Day });
            builder.HasIndex(one => one.Day);
            builder.HasOne<Service>().WithMany().HasForeignKey(one => one.ServiceId);
        }
    }

    internal sealed class TypeConfiguration : IEntityTypeConfiguration<ServiceType>
    {
        public void Configure(EntityTypeBuilder<ServiceType> builder)
        {
            builder.ToTable("ServiceTypes");
            builder.Property(type => type.Key).HasMaxLength(ServiceType.KeyMaxLength);
            builder.Property(type => type.Name).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(type => type.Summary).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(type => type.Description).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(type => type.AskThem).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(type => type.HoursNote).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.HasIndex(type => type.Key).IsUnique();
        }
    }

    internal sealed class LocationConfiguration : IEntityTypeConfiguration<ServiceLocation>
    {
        public void Configure(EntityTypeBuilder<ServiceLocation> builder)
        {
            builder.ToTable("ServiceLocations");
            builder.Ignore(location => location.Point);
            builder.Property(location => location.Address).HasMaxLength(ServiceLocation.AddressMaxLength);
            builder.Property(location => location.PostalCode).HasMaxLength(ServiceLocation.PostalCodeLength);
            // All that a search for the nearest reads of a location stands in the index itself.
            builder.HasIndex(location => new { location.Latitude, location.Longitude, location.ServiceId });
        }
    }

    internal sealed class AreaConfiguration : IEntityTypeConfiguration<ServiceArea>
    {
        public void Configure(EntityTypeBuilder<ServiceArea> builder)
        {
            builder.ToTable("ServiceAreas");
            builder.HasKey(area => new { area.ServiceId, area.Municipality });
            builder.Property(area => area.Municipality).HasMaxLength(ServiceArea.NumberLength);
            builder.HasIndex(area => new { area.Municipality, area.ServiceId });
        }
    }
}
