using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts;

public static class AccountsData
{
    private const int CredentialMaxLength = 1_024;
    private const int IdentityTextMaxLength = 256;

    extension(PortalDbContext db)
    {
        public DbSet<StaffMember> Staff => db.Set<StaffMember>();

        public DbSet<StaffSession> StaffSessions => db.Set<StaffSession>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<SignInFailure> SignInFailures => db.Set<SignInFailure>();

        public DbSet<SpentChallenge> SpentChallenges => db.Set<SpentChallenge>();
    }

    internal sealed class StaffConfiguration : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> builder)
        {
            builder.ToTable("Staff");
            builder.Ignore(member => member.PhoneNumber).Ignore(member => member.PhoneNumberConfirmed).Ignore(member => member.TwoFactorEnabled)
                .Ignore(member => member.LockoutEnabled).Ignore(member => member.LockoutEnd).Ignore(member => member.AccessFailedCount);
            builder.Property(member => member.UserName).HasMaxLength(StaffMember.EmailMaxLength);
            builder.Property(member => member.NormalizedUserName).HasMaxLength(StaffMember.EmailMaxLength);
            builder.Property(member => member.Email).HasMaxLength(StaffMember.EmailMaxLength);
            builder.Property(member => member.NormalizedEmail).HasMaxLength(StaffMember.EmailMaxLength);
            builder.Property(member => member.DisplayName).HasMaxLength(StaffMember.NameMaxLength);
            builder.Property(member => member.PasswordHash).HasMaxLength(IdentityTextMaxLength);
            builder.Property(member => member.SecurityStamp).HasMaxLength(IdentityTextMaxLength);
            builder.Property(member => member.ConcurrencyStamp).HasMaxLength(IdentityTextMaxLength).IsConcurrencyToken();
            builder.Property(member => member.ProtectedTotpSecret).HasMaxLength(IdentityTextMaxLength * 2);
            builder.Property(member => member.LastTotpStep).IsConcurrencyToken();
            builder.HasIndex(member => member.NormalizedUserName).IsUnique();
            builder.HasIndex(member => member.NormalizedEmail).IsUnique();
            builder.HasMany<IdentityUserPasskey<int>>().WithOne().HasForeignKey(passkey => passkey.UserId);
            builder.HasMany<IdentityUserLogin<int>>().WithOne().HasForeignKey(login => login.UserId);
            builder.HasMany<StaffSession>().WithOne().HasForeignKey(session => session.StaffId);
            builder.HasMany<RecoveryCode>().WithOne().HasForeignKey(code => code.StaffId);
            builder.HasMany<Membership>().WithOne().HasForeignKey(seat => seat.StaffId);
        }
    }

    internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<int>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> builder)
        {
            builder.ToTable("StaffPasskeys");
            builder.HasKey(passkey => passkey.CredentialId);
            builder.Property(passkey => passkey.CredentialId).HasMaxLength(CredentialMaxLength);
            builder.OwnsOne(passkey => passkey.Data).ToJson();
        }
    }

    internal sealed class LoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder)
        {
            builder.ToTable("StaffLogins");
            builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
            builder.Property(login => login.LoginProvider).HasMaxLength(IdentityTextMaxLength / 2);
            builder.Property(login => login.ProviderKey).HasMaxLength(IdentityTextMaxLength);
            builder.Property(login => login.ProviderDisplayName).HasMaxLength(IdentityTextMaxLength);
        }
    }

    internal sealed class SessionConfiguration : IEntityTypeConfiguration<StaffSession>
    {
        public void Configure(EntityTypeBuilder<StaffSession> builder)
        {
            builder.ToTable("StaffSessions");
            builder.Property(session => session.SecretHash).HasMaxLength(StaffSession.HashLength);
            builder.Property(session => session.Browser).HasMaxLength(StaffSession.BrowserMaxLength);
            builder.Property(session => session.Method).HasMaxLength(StaffSession.MethodMaxLength);
            builder.HasIndex(session => session.SecretHash).IsUnique();
            builder.HasIndex(session => new { session.StaffId, session.EndedAt });
        }
    }

    internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("Invitations");
            builder.Property(invitation => invitation.Email).HasMaxLength(StaffMember.EmailMaxLength);
            builder.Property(invitation => invitation.DisplayName).HasMaxLength(StaffMember.NameMaxLength);
            builder.Property(invitation => invitation.TokenHash).HasMaxLength(StaffSession.HashLength);
            builder.Property(invitation => invitation.ProtectedToken).HasMaxLength(Invitation.ProtectedMaxLength);
            builder.Property(invitation => invitation.Roles).HasMaxLength(200);
            builder.Property(invitation => invitation.Version).IsConcurrencyToken();
            builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
            builder.HasIndex(invitation => invitation.Email);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(invitation => invitation.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.ToTable("RecoveryCodes");
            builder.Property(code => code.Hash).HasMaxLength(StaffSession.HashLength);
            builder.Property(code => code.Version).IsConcurrencyToken();
            builder.HasIndex(code => new { code.StaffId, code.Hash }).IsUnique();
        }
    }

    internal sealed class FailureConfiguration : IEntityTypeConfiguration<SignInFailure>
    {
        public void Configure(EntityTypeBuilder<SignInFailure> builder)
        {
            builder.ToTable("SignInFailures");
            builder.Property(failure => failure.AccountHash).HasMaxLength(StaffSession.HashLength);
            builder.HasIndex(failure => new { failure.AccountHash, failure.At });
            builder.HasIndex(failure => failure.At);
        }
    }

    internal sealed class ChallengeConfiguration : IEntityTypeConfiguration<SpentChallenge>
    {
        public void Configure(EntityTypeBuilder<SpentChallenge> builder)
        {
            builder.ToTable("SpentChallenges");
            builder.HasKey(challenge => challenge.Hash);
            builder.Property(challenge => challenge.Hash).HasMaxLength(StaffSession.HashLength);
            builder.HasIndex(challenge => challenge.At);
        }
    }
}
