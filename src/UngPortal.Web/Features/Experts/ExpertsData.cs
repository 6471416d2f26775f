using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Accounts;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Experts;

public static class ExpertsData
{
    private const int ListMaxLength = 4_000;

    extension(PortalDbContext db)
    {
        public DbSet<AnsweringRole> AnsweringRoles => db.Set<AnsweringRole>();

        public DbSet<Expert> Experts => db.Set<Expert>();
    }

    internal sealed class RoleConfiguration : IEntityTypeConfiguration<AnsweringRole>
    {
        public void Configure(EntityTypeBuilder<AnsweringRole> builder)
        {
            builder.ToTable("AnsweringRoles");
            builder.Property(role => role.Key).HasMaxLength(AnsweringRole.KeyMaxLength);
            builder.Property(role => role.Topics).HasMaxLength(ListMaxLength);
            builder.Property(role => role.Version).IsConcurrencyToken();
            builder.HasIndex(role => role.Key).IsUnique();
        }
    }

    internal sealed class ExpertConfiguration : IEntityTypeConfiguration<Expert>
    {
        public void Configure(EntityTypeBuilder<Expert> builder)
        {
            builder.ToTable("Experts");
            builder.HasKey(expert => expert.StaffId);
            builder.Property(expert => expert.StaffId).ValueGeneratedNever();
            builder.Property(expert => expert.Roles).HasMaxLength(ListMaxLength);
            builder.Property(expert => expert.Languages).HasMaxLength(100);
            builder.Property(expert => expert.Version).IsConcurrencyToken();
            builder.Ignore(expert => expert.IsNew);
            builder.HasMany(expert => expert.Absences).WithOne().HasForeignKey(absence => absence.StaffId);
            builder.HasOne<StaffMember>().WithOne().HasForeignKey<Expert>(expert => expert.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<ExpertAbsence>
    {
        public void Configure(EntityTypeBuilder<ExpertAbsence> builder)
        {
            builder.ToTable("ExpertAbsences");
            builder.HasIndex(absence => new { absence.StaffId, absence.Until });
        }
    }
}
