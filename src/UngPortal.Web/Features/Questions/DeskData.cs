using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Accounts;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions;

/// <summary>What is stored about those who work at the desk.</summary>
public static class DeskData
{
    extension(PortalDbContext db)
    {
        public DbSet<TalkRequest> TalkRequests => db.Set<TalkRequest>();
    }

    internal sealed class TalkConfiguration : IEntityTypeConfiguration<TalkRequest>
    {
        public void Configure(EntityTypeBuilder<TalkRequest> builder)
        {
            builder.ToTable("TalkRequests");
            builder.Property(talk => talk.Id).ValueGeneratedNever();
            builder.Property(talk => talk.Version).IsConcurrencyToken();
            builder.Ignore(talk => talk.Subject);
            builder.HasIndex(talk => talk.StaffId, "IX_TalkRequests_Open").IsUnique().HasFilter("HeldAt IS NULL");
            builder.HasIndex(talk => talk.HeldAt);
            builder.HasOne<StaffMember>().WithMany().HasForeignKey(talk => talk.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
