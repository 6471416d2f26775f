using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

public static class PublishingData
{
    extension(PortalDbContext db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();

        public DbSet<DraftComment> DraftComments => db.Set<DraftComment>();
    }

    internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.ToTable("Drafts");
            builder.Property(draft => draft.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(draft => draft.Title).HasMaxLength(Publication.TitleMaxLength);
            builder.Property(draft => draft.AuthorIds).HasMaxLength(1_000);
            builder.Property(draft => draft.Content).HasConversion<JsonColumnConverter<DraftContent>, JsonColumnComparer<DraftContent>>();
            builder.Property(draft => draft.Version).IsConcurrencyToken();
            builder.HasIndex(draft => new { draft.State, draft.ScheduledFor });
            builder.HasIndex(draft => new { draft.OrganisationId, draft.State, draft.ChangedAt });
            // One open draft of a text: the states from Published on are closed.
            builder.HasIndex(draft => new { draft.Kind, draft.Slug }, "IX_Drafts_Open").IsUnique().HasFilter($"State < {(int)DraftState.Published}");
            builder.HasIndex(draft => new { draft.Kind, draft.Slug });
            builder.HasMany(draft => draft.Revisions).WithOne().HasForeignKey(revision => revision.DraftId);
            builder.HasOne<Publication>().WithMany().HasForeignKey(draft => draft.PublicationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(draft => draft.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class RevisionConfiguration : IEntityTypeConfiguration<DraftRevision>
    {
        public void Configure(EntityTypeBuilder<DraftRevision> builder)
        {
            builder.ToTable("DraftRevisions");
            builder.Property(revision => revision.Content).HasConversion<JsonColumnConverter<DraftContent>, JsonColumnComparer<DraftContent>>();
            builder.Property(revision => revision.Note).HasMaxLength(DraftRevision.NoteMaxLength);
            builder.HasIndex(revision => new { revision.DraftId, revision.Number }).IsUnique();
        }
    }

    internal sealed class CommentConfiguration : IEntityTypeConfiguration<DraftComment>
    {
        public void Configure(EntityTypeBuilder<DraftComment> builder)
        {
            builder.ToTable("DraftComments");
            builder.Property(comment => comment.Text).HasMaxLength(DraftComment.TextMaxLength);
            builder.Property(comment => comment.Quote).HasMaxLength(DraftComment.QuoteMaxLength);
            builder.HasIndex(comment => new { comment.DraftId, comment.At });
            builder.HasOne<Draft>().WithMany().HasForeignKey(comment => comment.DraftId);
        }
    }
}
