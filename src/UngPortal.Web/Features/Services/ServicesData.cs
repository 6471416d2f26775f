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
            builder.Property(service => service.Website).HasMaxLength(Service.WebsiteMaxLength);
            builder.Property(service => service.Source).HasMaxLength(Service.SourceMaxLength);
            builder.Property(service => service.Version).IsConcurrencyToken();
            builder.HasIndex(service => service.Slug).IsUnique();
            builder.HasIndex(service => new { service.State, service.Position });
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
}
