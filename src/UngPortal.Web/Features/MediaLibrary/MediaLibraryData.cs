using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary;

public static class MediaLibraryData
{
    extension(PortalDbContext db)
    {
        public DbSet<MediaItem> MediaItems => db.Set<MediaItem>();

        public DbSet<MediaFile> MediaFiles => db.Set<MediaFile>();
    }

    internal sealed class ItemConfiguration : IEntityTypeConfiguration<MediaItem>
    {
        public void Configure(EntityTypeBuilder<MediaItem> builder)
        {
            builder.ToTable("MediaItems");
            builder.Property(item => item.Name).HasMaxLength(MediaName.StemLength);
            builder.Property(item => item.Creator).HasMaxLength(MediaItem.CreatorMaxLength);
            builder.Property(item => item.SearchText).HasMaxLength(MediaItem.SearchMaxLength);
            builder.Property(item => item.Version).IsConcurrencyToken();
            builder.HasIndex(item => item.Name).IsUnique();
            builder.HasIndex(item => new { item.TakenDownAt, item.UploadedAt });
            builder.HasMany(item => item.Files).WithOne().HasForeignKey(file => file.ItemId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(item => item.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class FileConfiguration : IEntityTypeConfiguration<MediaFile>
    {
        public void Configure(EntityTypeBuilder<MediaFile> builder)
        {
            builder.ToTable("MediaFiles");
            builder.Property(file => file.Name).HasMaxLength(MediaName.MaxLength);
            builder.Property(file => file.Format).HasMaxLength(MediaFile.FormatMaxLength);
            builder.HasIndex(file => file.Name).IsUnique();
            builder.HasIndex(file => file.ReplacedAt);
        }
    }
}
