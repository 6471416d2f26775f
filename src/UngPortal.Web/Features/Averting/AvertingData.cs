using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

public static class AvertingData
{
    extension(PortalDbContext db)
    {
        public DbSet<AvertingCase> AvertingCases => db.Set<AvertingCase>();
    }

    internal sealed class CaseConfiguration : IEntityTypeConfiguration<AvertingCase>
    {
        public void Configure(EntityTypeBuilder<AvertingCase> builder)
        {
            builder.ToTable("AvertingCases");
            builder.Property(one => one.Id).ValueGeneratedNever();
            builder.Property(one => one.Version).IsConcurrencyToken();
            builder.Ignore(one => one.Subject);
            builder.HasWrappedKey();
            builder.HasIndex(one => new { one.State, one.OpenedAt });
            builder.HasIndex(one => one.ClosedAt);
            builder.HasMany(one => one.Entries).WithOne().HasForeignKey(entry => entry.CaseId);
        }
    }

    internal sealed class EntryConfiguration : IEntityTypeConfiguration<CaseEntry>
    {
        public void Configure(EntityTypeBuilder<CaseEntry> builder)
        {
            builder.ToTable("AvertingEntries");
            builder.Property(entry => entry.Id).ValueGeneratedNever();
            builder.HasIndex(entry => new { entry.CaseId, entry.Number }).IsUnique();
            builder.HasIndex(entry => entry.ById);
        }
    }
}
