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

        public DbSet<DigestRefusal> DigestRefusals => db.Set<DigestRefusal>();
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

    internal sealed class RefusalConfiguration : IEntityTypeConfiguration<DigestRefusal>
    {
        public void Configure(EntityTypeBuilder<DigestRefusal> builder)
        {
            builder.ToTable("DigestRefusals");
            builder.HasKey(refusal => refusal.StaffId);
            builder.Property(refusal => refusal.StaffId).ValueGeneratedNever();
            builder.HasOne<StaffMember>().WithOne().HasForeignKey<DigestRefusal>(refusal => refusal.StaffId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
