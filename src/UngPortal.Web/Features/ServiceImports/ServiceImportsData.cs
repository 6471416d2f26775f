using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports;

public static class ServiceImportsData
{
    private const int StatusMaxLength = 40;

    extension(PortalDbContext db)
    {
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();

        public DbSet<ImportRunChange> ImportRunChanges => db.Set<ImportRunChange>();

        public DbSet<ServiceForeignId> ServiceForeignIds => db.Set<ServiceForeignId>();
    }

    internal sealed class RunConfiguration : IEntityTypeConfiguration<ImportRun>
    {
        public void Configure(EntityTypeBuilder<ImportRun> builder)
        {
            builder.ToTable("ImportRuns");
            builder.Ignore(run => run.IsUnderway);
            builder.Ignore(run => run.IsUndoGivenUp);
            builder.Ignore(run => run.KeptUntil);
            builder.Property(run => run.FileName).HasMaxLength(ImportRun.NameMaxLength);
            builder.Property(run => run.Origin).HasMaxLength(ImportRun.OriginMaxLength);
            builder.Property(run => run.ReadByName).HasMaxLength(200);
            builder.Property(run => run.Version).IsConcurrencyToken();
            builder.HasMany(run => run.Changes).WithOne().HasForeignKey(change => change.RunId);
            builder.HasIndex(run => run.ReadAt);
            builder.HasIndex(run => run.ChangedAt);
        }
    }

    internal sealed class ChangeConfiguration : IEntityTypeConfiguration<ImportRunChange>
    {
        public void Configure(EntityTypeBuilder<ImportRunChange> builder)
        {
            builder.ToTable("ImportRunChanges");
            builder.Property(change => change.File).HasMaxLength(ImportRunChange.FileMaxLength);
            builder.Property(change => change.ForeignId).HasMaxLength(ImportRunChange.IdMaxLength);
            builder.Property(change => change.Name).HasMaxLength(Service.NameMaxLength);
            builder.Property(change => change.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(change => change.Status).HasMaxLength(StatusMaxLength);
            builder.PrimitiveCollection(change => change.Fields).HasMaxLength(400);
            builder.Property(change => change.Faults).HasConversion<JsonColumnConverter<IReadOnlyList<ImportRunChange.FaultAt>>, JsonColumnComparer<IReadOnlyList<ImportRunChange.FaultAt>>>();
            builder.HasIndex(change => new { change.RunId, change.Position });
        }
    }

    internal sealed class ForeignIdConfiguration : IEntityTypeConfiguration<ServiceForeignId>
    {
        public void Configure(EntityTypeBuilder<ServiceForeignId> builder)
        {
            builder.ToTable("ServiceForeignIds");
            builder.Property(foreign => foreign.Origin).HasMaxLength(ImportRun.OriginMaxLength);
            builder.Property(foreign => foreign.ForeignId).HasMaxLength(ImportRunChange.IdMaxLength);
            builder.Property(foreign => foreign.Status).HasMaxLength(StatusMaxLength);
            builder.HasOne<Service>().WithMany().HasForeignKey(foreign => foreign.ServiceId);
            builder.HasIndex(foreign => new { foreign.Origin, foreign.ForeignId }).IsUnique();
            builder.HasIndex(foreign => foreign.ServiceId);
        }
    }
}
