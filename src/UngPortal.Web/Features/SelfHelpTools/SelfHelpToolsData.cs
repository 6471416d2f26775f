using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.SelfHelpTools;

public static class SelfHelpToolsData
{
    extension(PortalDbContext db)
    {
        public DbSet<Tool> Tools => db.Set<Tool>();

        public DbSet<ToolReport> ToolReports => db.Set<ToolReport>();

        public DbSet<CriteriaVersion> CriteriaVersions => db.Set<CriteriaVersion>();

        public DbSet<Certification> Certifications => db.Set<Certification>();

        /// <summary>Announces a change of a tool to all nodes, in the change that is about to be saved.</summary>
        public void AnnounceTool(string slug) => db.Announce(ToolsChanged.Kind, Tool.KeyOf(slug));
    }

    internal sealed class ToolConfiguration : IEntityTypeConfiguration<Tool>
    {
        public void Configure(EntityTypeBuilder<Tool> builder)
        {
            builder.ToTable("SelfHelpTools");
            builder.Ignore(tool => tool.Key);
            builder.Property(tool => tool.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(tool => tool.Name).HasMaxLength(ToolFacts.NameMaxLength);
            builder.Property(tool => tool.Facts).HasConversion<JsonColumnConverter<ToolFacts>, JsonColumnComparer<ToolFacts>>();
            builder.Property(tool => tool.Approval).HasConversion<JsonColumnConverter<ToolApproval>, JsonColumnComparer<ToolApproval>>();
            builder.Property(tool => tool.Version).IsConcurrencyToken();
            builder.HasIndex(tool => tool.Slug).IsUnique();
            builder.HasIndex(tool => tool.Name);
            builder.HasIndex(tool => new { tool.State, tool.Name });
            builder.HasIndex(tool => tool.BadgeUntil);
            builder.HasMany(tool => tool.Screenshots).WithOne().HasForeignKey(shot => shot.ToolId);
        }
    }

    internal sealed class ScreenshotConfiguration : IEntityTypeConfiguration<ToolScreenshot>
    {
        public void Configure(EntityTypeBuilder<ToolScreenshot> builder)
        {
            builder.ToTable("SelfHelpToolScreenshots");
            builder.Property(shot => shot.Alt).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.HasIndex(shot => new { shot.ToolId, shot.Position });
            builder.HasOne<MediaItem>().WithMany().HasForeignKey(shot => shot.MediaItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ReportConfiguration : IEntityTypeConfiguration<ToolReport>
    {
        public void Configure(EntityTypeBuilder<ToolReport> builder)
        {
            builder.ToTable("SelfHelpToolReports");
            builder.Property(report => report.Text).HasMaxLength(ToolReport.TextMaxLength);
            builder.HasOne<Tool>().WithMany().HasForeignKey(report => report.ToolId);
            builder.HasIndex(report => report.FormKey).IsUnique();
            builder.HasIndex(report => new { report.ToolId, report.HandledAt });
            builder.HasIndex(report => report.SentAt);
        }
    }

    internal sealed class CriteriaConfiguration : IEntityTypeConfiguration<CriteriaVersion>
    {
        public void Configure(EntityTypeBuilder<CriteriaVersion> builder)
        {
            builder.ToTable("SelfHelpToolCriteria");
            builder.Ignore(version => version.IsComplete);
            builder.Property(version => version.Criteria).HasConversion<JsonColumnConverter<IReadOnlyList<Criterion>>, JsonColumnComparer<IReadOnlyList<Criterion>>>();
            builder.Property(version => version.Version).IsConcurrencyToken();
            builder.HasIndex(version => version.Number).IsUnique();
        }
    }

    internal sealed class CertificationConfiguration : IEntityTypeConfiguration<Certification>
    {
        public void Configure(EntityTypeBuilder<Certification> builder)
        {
            builder.ToTable("SelfHelpToolCertifications");
            builder.Ignore(certification => certification.IsScored);
            builder.Property(certification => certification.Release).HasMaxLength(ToolFacts.ReleaseMaxLength);
            builder.Property(certification => certification.TestersSaid).HasMaxLength(Certification.SaidMaxLength);
            builder.Property(certification => certification.Conclusion).HasConversion<LocalizedTextConverter, LocalizedTextComparer>();
            builder.Property(certification => certification.Version).IsConcurrencyToken();
            builder.HasOne<Tool>().WithMany().HasForeignKey(certification => certification.ToolId);
            builder.HasOne<CriteriaVersion>().WithMany().HasForeignKey(certification => certification.CriteriaVersionId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(certification => certification.Assessments).WithOne().HasForeignKey(assessment => assessment.CertificationId);
        }
    }

    internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
    {
        public void Configure(EntityTypeBuilder<Assessment> builder)
        {
            builder.ToTable("SelfHelpToolAssessments");
            builder.Property(assessment => assessment.Scores).HasConversion<JsonColumnConverter<IReadOnlyList<CriterionScore>>, JsonColumnComparer<IReadOnlyList<CriterionScore>>>();
            builder.Property(assessment => assessment.Version).IsConcurrencyToken();
            // Two halves and two people, also when somebody takes both at the same moment.
            builder.HasIndex(assessment => new { assessment.CertificationId, assessment.Part }).IsUnique();
            builder.HasIndex(assessment => new { assessment.CertificationId, assessment.AssessorId }).IsUnique();
        }
    }
}
