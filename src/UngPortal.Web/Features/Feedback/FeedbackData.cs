using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Feedback;

public static class FeedbackData
{
    extension(PortalDbContext db)
    {
        public DbSet<FeedbackEntry> Feedback => db.Set<FeedbackEntry>();
    }

    internal sealed class Configuration : IEntityTypeConfiguration<FeedbackEntry>
    {
        public void Configure(EntityTypeBuilder<FeedbackEntry> builder)
        {
            builder.ToTable("Feedback");
            builder.Property(entry => entry.Page).HasMaxLength(FeedbackEntry.PageMaxLength);
            builder.Property(entry => entry.Text).HasMaxLength(FeedbackEntry.TextMaxLength);
            builder.HasIndex(entry => entry.FormKey).IsUnique();
            builder.HasIndex(entry => entry.SentAt);
        }
    }
}
