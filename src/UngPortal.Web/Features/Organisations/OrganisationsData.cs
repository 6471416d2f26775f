using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Organisations;

public static class OrganisationsData
{
    extension(PortalDbContext db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        /// <summary>The roles a person holds today: not taken away, and in an organisation whose agreement covers the day.</summary>
        public IQueryable<Membership> SeatsOf(int staffId, DateOnly today) => db.Memberships.Where(seat =>
            seat.StaffId == staffId && seat.EndedAt == null
            && db.Set<Agreement>().Any(agreement => agreement.OrganisationId == seat.OrganisationId && agreement.From <= today && agreement.To >= today));
    }

    internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable("Organisations");
            builder.Property(organisation => organisation.Number).HasMaxLength(OrganisationNumber.Length);
            builder.Property(organisation => organisation.Name).HasMaxLength(Organisation.NameMaxLength);
            builder.Property(organisation => organisation.ContactName).HasMaxLength(Organisation.ContactMaxLength);
            builder.Property(organisation => organisation.ContactEmail).HasMaxLength(Organisation.EmailMaxLength);
            builder.Property(organisation => organisation.ContactPhone).HasMaxLength(Organisation.PhoneMaxLength);
            builder.Property(organisation => organisation.RolesOffered).HasMaxLength(200);
            builder.Property(organisation => organisation.Version).IsConcurrencyToken();
            builder.HasIndex(organisation => organisation.Number).IsUnique();
            builder.Property(organisation => organisation.SearchName).HasMaxLength(Organisation.NameMaxLength);
            builder.HasIndex(organisation => organisation.SearchName);
            builder.HasMany(organisation => organisation.Agreements).WithOne().HasForeignKey(agreement => agreement.OrganisationId);
        }
    }

    internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
    {
        public void Configure(EntityTypeBuilder<Agreement> builder)
        {
            builder.ToTable("Agreements");
            builder.Property(agreement => agreement.Reference).HasMaxLength(Agreement.ReferenceMaxLength);
            builder.HasIndex(agreement => new { agreement.OrganisationId, agreement.From });
        }
    }

    internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.ToTable("Memberships");
            builder.HasIndex(seat => new { seat.StaffId, seat.OrganisationId, seat.Role });
            builder.HasIndex(seat => seat.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(seat => seat.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
