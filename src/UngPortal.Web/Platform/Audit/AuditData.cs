using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Audit;

/// <summary>The audit table and its door.</summary>
public static class AuditData
{
    private const int HexLength = 64;

    extension(PortalDbContext db)
    {
        /// <summary>The audit entries.</summary>
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        /// <summary>The one head of the chain; none before the first entry is sealed.</summary>
        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries");
            builder.Property(entry => entry.ActorName).HasMaxLength(AuditEntry.NameMaxLength);
            builder.Property(entry => entry.ActorSearchName).HasMaxLength(AuditEntry.NameMaxLength);
            builder.Property(entry => entry.Action).HasMaxLength(AuditEntry.ActionMaxLength);
            builder.Property(entry => entry.Subject).HasMaxLength(AuditEntry.SubjectMaxLength);
            builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.DetailMaxLength);
            builder.Property(entry => entry.Mac).HasMaxLength(HexLength);
            builder.Property(entry => entry.Seal).HasMaxLength(HexLength);
            builder.HasIndex(entry => entry.Number).IsUnique();
            builder.HasIndex(entry => entry.Id, "IX_AuditEntries_Unsealed").HasFilter("Number IS NULL");
            builder.HasIndex(entry => entry.At);
            builder.HasIndex(entry => new { entry.OrganisationId, entry.At });
            builder.HasIndex(entry => new { entry.ActorId, entry.At });
            builder.HasIndex(entry => new { entry.Subject, entry.Id });
        }
    }

    internal sealed class HeadConfiguration : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> builder)
        {
            builder.ToTable("AuditHead");
            builder.Property(head => head.Id).ValueGeneratedNever();
            builder.Property(head => head.Seal).HasMaxLength(HexLength);
            builder.Property(head => head.CutSeal).HasMaxLength(HexLength);
            builder.Property(head => head.CutMac).HasMaxLength(HexLength);
            builder.Ignore(head => head.Cut);
            builder.Property(head => head.Version).IsConcurrencyToken();
        }
    }
}
