using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

public static class PublicationsData
{
    extension(PortalDbContext db)
    {
        public DbSet<Publication> Publications => db.Set<Publication>();
    }

    extension(IQueryable<Publication> publications)
    {
        /// <summary>Those that a visitor may see.</summary>
        public IQueryable<Publication> Live(DateTime now) =>
            publications.Where(publication => publication.TakenDownAt == null && publication.PublishedAt <= now);
    }

    internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
    {
        public void Configure(EntityTypeBuilder<Publication> builder)
        {
            builder.ToTable("Publications");
            builder.Ignore(publication => publication.Key);
            builder.Property(publication => publication.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(publication => publication.AgeBands).HasMaxLength(200);
            builder.Property(publication => publication.Facts)
                .HasConversion<JsonColumnConverter<PublicationFacts>, JsonColumnComparer<PublicationFacts>>();
            builder.Property(publication => publication.Version).IsConcurrencyToken();
            builder.HasIndex(publication => new { publication.Kind, publication.Slug }).IsUnique();
            builder.HasIndex(publication => new { publication.Kind, publication.TakenDownAt, publication.PublishedAt });
            builder.HasMany(publication => publication.Texts).WithOne().HasForeignKey(text => text.PublicationId);
            builder.HasMany(publication => publication.Topics).WithOne().HasForeignKey(topic => topic.PublicationId);
        }
    }

    internal sealed class TextConfiguration : IEntityTypeConfiguration<PublicationText>
    {
        public void Configure(EntityTypeBuilder<PublicationText> builder)
        {
            builder.ToTable("PublicationTexts");
            builder.Property(text => text.Language).HasMaxLength(8);
            builder.Property(text => text.Title).HasMaxLength(Publication.TitleMaxLength);
            builder.Property(text => text.Ingress).HasMaxLength(Publication.IngressMaxLength);
            builder.HasIndex(text => new { text.PublicationId, text.Language }).IsUnique();
        }
    }

    internal sealed class TopicConfiguration : IEntityTypeConfiguration<PublicationTopic>
    {
        public void Configure(EntityTypeBuilder<PublicationTopic> builder)
        {
            builder.ToTable("PublicationTopics");
            builder.HasKey(topic => new { topic.PublicationId, topic.TopicId });
            builder.HasOne<Topic>().WithMany().HasForeignKey(topic => topic.TopicId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
