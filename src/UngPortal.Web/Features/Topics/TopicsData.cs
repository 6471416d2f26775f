using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Topics;

public static class TopicsData
{
    extension(PortalDbContext db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> builder)
        {
            builder.ToTable("Topics");
            builder.Ignore(topic => topic.Depth);
            builder.Ignore(topic => topic.ParentSlug);
            builder.Ignore(topic => topic.RootSlug);
            builder.Property(topic => topic.Slug).HasMaxLength(Kernel.Slug.MaxLength);
            builder.Property(topic => topic.Path).HasMaxLength(Topic.PathMaxLength);
            builder.Property(topic => topic.Illustration).HasMaxLength(Kernel.Slug.MaxLength);
            builder.Property(topic => topic.Version).IsConcurrencyToken();
            builder.HasIndex(topic => topic.Slug).IsUnique();
            builder.HasIndex(topic => topic.Path);
        }
    }
}
