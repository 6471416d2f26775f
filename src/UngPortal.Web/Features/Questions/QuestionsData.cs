using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

public static class QuestionsData
{
    private const int LanguageMaxLength = 10;

    extension(PortalDbContext db)
    {
        public DbSet<QuestionThread> QuestionThreads => db.Set<QuestionThread>();

        public DbSet<Question> Questions => db.Set<Question>();

        /// <summary>Questions with those that they are answered together with, read in one statement: what is counted and what is there are of the same moment.</summary>
        public IQueryable<Question> QuestionsTogether => db.Set<Question>().Include(question => question.Joined).Include(question => question.Head!.Joined).AsSingleQuery();

        public DbSet<QuestionClaim> QuestionClaims => db.Set<QuestionClaim>();

        public DbSet<Snippet> Snippets => db.Set<Snippet>();

        public DbSet<ClosingPeriod> ClosingPeriods => db.Set<ClosingPeriod>();
    }

    internal sealed class ThreadConfiguration : IEntityTypeConfiguration<QuestionThread>
    {
        public void Configure(EntityTypeBuilder<QuestionThread> builder)
        {
            builder.ToTable("QuestionThreads");
            builder.Property(thread => thread.Id).ValueGeneratedNever();
            builder.Property(thread => thread.CodeHash).HasMaxLength(QuestionThread.CodeHashBytes);
            builder.Property(thread => thread.Language).HasMaxLength(LanguageMaxLength);
            builder.Property(thread => thread.Topic).HasMaxLength(Slug.MaxLength);
            builder.Property(thread => thread.Version).IsConcurrencyToken();
            builder.HasWrappedKey();
            builder.HasIndex(thread => thread.CodeHash).IsUnique();
            builder.HasIndex(thread => thread.LastAnsweredAt);
            builder.HasMany(thread => thread.Questions).WithOne().HasForeignKey(question => question.ThreadId).OnDelete(DeleteBehavior.SetNull);
        }
    }

    internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> builder)
        {
            builder.ToTable("Questions");
            builder.Property(question => question.Id).ValueGeneratedNever();
            builder.Property(question => question.FormKeyHash).HasMaxLength(Question.KeyHashBytes);
            builder.Property(question => question.Language).HasMaxLength(LanguageMaxLength);
            builder.Property(question => question.Role).HasMaxLength(Question.RoleMaxLength);
            builder.Property(question => question.Version).IsConcurrencyToken();
            builder.HasIndex(question => question.FormKeyHash).IsUnique();
            // Two follow-ups at the same moment: one of them comes again.
            builder.HasIndex(question => new { question.ThreadId, question.Number }).IsUnique();
            // The queue, each list of the desk, and waiting times.
            builder.HasIndex(question => new { question.State, question.Urgency, question.DueAt });
            builder.HasIndex(question => new { question.ClaimedById, question.State });
            builder.HasIndex(question => new { question.AnsweredAt, question.OrganisationId });
            builder.HasIndex(question => question.ClosedAt);
            builder.HasIndex(question => question.PublicId);
            builder.HasMany(question => question.Topics).WithOne().HasForeignKey(link => link.QuestionId);
            builder.HasMany(question => question.Joined).WithOne(question => question.Head).HasForeignKey(question => question.HeadId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne(question => question.Answer).WithOne().HasForeignKey<QuestionAnswer>(answer => answer.QuestionId);
        }
    }

    internal sealed class TopicConfiguration : IEntityTypeConfiguration<QuestionTopic>
    {
        public void Configure(EntityTypeBuilder<QuestionTopic> builder)
        {
            builder.ToTable("QuestionTopics");
            builder.HasKey(link => new { link.QuestionId, link.Topic });
            builder.Property(link => link.Topic).HasMaxLength(Slug.MaxLength);
            builder.HasIndex(link => link.Topic);
        }
    }

    internal sealed class AnswerConfiguration : IEntityTypeConfiguration<QuestionAnswer>
    {
        public void Configure(EntityTypeBuilder<QuestionAnswer> builder)
        {
            builder.ToTable("QuestionAnswers");
            builder.HasKey(answer => answer.QuestionId);
            builder.Property(answer => answer.AuthorIds).HasMaxLength(400);
            builder.Property(answer => answer.Version).IsConcurrencyToken();
            builder.HasIndex(answer => new { answer.AuthorId, answer.WrittenAt });
        }
    }

    internal sealed class SnippetConfiguration : IEntityTypeConfiguration<Snippet>
    {
        public void Configure(EntityTypeBuilder<Snippet> builder)
        {
            builder.ToTable("QuestionSnippets");
            builder.Property(snippet => snippet.Role).HasMaxLength(Question.RoleMaxLength);
            builder.Property(snippet => snippet.Language).HasMaxLength(LanguageMaxLength);
            builder.Property(snippet => snippet.Title).HasMaxLength(Snippet.TitleMaxLength);
            builder.Property(snippet => snippet.FileTitle).HasMaxLength(Snippet.TitleMaxLength);
            builder.Ignore(snippet => snippet.IsEdited);
            builder.Property(snippet => snippet.Text).HasMaxLength(Snippet.TextMaxLength);
            builder.Property(snippet => snippet.Version).IsConcurrencyToken();
            builder.HasIndex(snippet => new { snippet.Role, snippet.Language, snippet.Section, snippet.Title }).IsUnique();
        }
    }

    internal sealed class ClosingConfiguration : IEntityTypeConfiguration<ClosingPeriod>
    {
        public void Configure(EntityTypeBuilder<ClosingPeriod> builder)
        {
            builder.ToTable("QuestionClosings");
            builder.Property(period => period.Version).IsConcurrencyToken();
            builder.HasIndex(period => period.Until);
        }
    }

    internal sealed class ClaimConfiguration : IEntityTypeConfiguration<QuestionClaim>
    {
        public void Configure(EntityTypeBuilder<QuestionClaim> builder)
        {
            builder.ToTable("QuestionClaims");
            builder.HasIndex(claim => new { claim.StaffId, claim.At });
            builder.HasOne<Question>().WithMany().HasForeignKey(claim => claim.QuestionId);
        }
    }
}
