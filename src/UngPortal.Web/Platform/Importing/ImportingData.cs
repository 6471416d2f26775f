using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Importing;

public static class ImportingData
{
    extension(PortalDbContext db)
    {
        public DbSet<ImportedFile> ImportedFiles => db.Set<ImportedFile>();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ImportedFile>
    {
        public void Configure(EntityTypeBuilder<ImportedFile> builder)
        {
            builder.ToTable("ImportedFiles");
            builder.Property(file => file.Path).HasMaxLength(ImportedFile.PathMaxLength);
            builder.Property(file => file.Fingerprint).HasMaxLength(64);
            builder.HasIndex(file => file.Path).IsUnique();
        }
    }
}
