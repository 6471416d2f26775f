using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Outbox;

/// <summary>The outbox table and its door.</summary>
public static class OutboxData
{
    extension(PortalDbContext db)
    {
        /// <summary>The outbox rows.</summary>
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        /// <summary>Adds a row to the change that is about to be saved.</summary>
        public void Announce(string kind, string key) =>
            db.Outbox.Add(new OutboxMessage { Kind = kind, Key = key, CreatedAt = db.Time.GetUtcNow().UtcDateTime });
    }

    internal sealed class Configuration : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("Outbox");
            builder.Property(message => message.Kind).HasMaxLength(OutboxMessage.MaxLength);
            builder.Property(message => message.Key).HasMaxLength(OutboxMessage.MaxLength);
            builder.HasIndex(message => message.CreatedAt);
        }
    }
}
