using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Answers.Nearest;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

public static class AnswersData
{
    private const int LanguageMaxLength = 10;

    extension(PortalDbContext db)
    {
        public DbSet<PublishedAnswer> PublishedAnswers => db.Set<PublishedAnswer>();

        public DbSet<AnswerPlace> AnswerPlaces => db.Set<AnswerPlace>();

        public DbSet<AnswerReading> AnswerReadings => db.Set<AnswerReading>();

        public DbSet<KeptNearest> KeptNearest => db.Set<KeptNearest>();
    }

    internal sealed class AnswerConfiguration : IEntityTypeConfiguration<PublishedAnswer>
    {
        public void Configure(EntityTypeBuilder<PublishedAnswer> builder)
        {
            builder.ToTable("PublishedAnswers");
            builder.Ignore(answer => answer.Key);
            builder.Ignore(answer => answer.Path);
            builder.Ignore(answer => answer.IsListed);
            builder.Property(answer => answer.Language).HasMaxLength(LanguageMaxLength);
            builder.Property(answer => answer.ShippedAs).HasMaxLength(PublishedAnswer.ShippedAsMaxLength);
            builder.Property(answer => answer.Slug).HasMaxLength(Slug.MaxLength);
            builder.Property(answer => answer.Title).HasMaxLength(PublishedAnswer.TitleMaxLength);
            builder.Property(answer => answer.Question).HasMaxLength(PublishedAnswer.QuestionMaxLength);
            builder.Property(answer => answer.Role).HasMaxLength(PublishedAnswer.RoleMaxLength);
            builder.Property(answer => answer.Correction).HasMaxLength(PublishedAnswer.NoteMaxLength);
            builder.Property(answer => answer.TakenDownFor).HasMaxLength(PublishedAnswer.NoteMaxLength);
            builder.Property(answer => answer.Answer).HasConversion<JsonColumnConverter<AnswerSections>, JsonColumnComparer<AnswerSections>>();
            builder.Property(answer => answer.Html).HasConversion<JsonColumnConverter<AnswerSections>, JsonColumnComparer<AnswerSections>>();
            builder.Property(answer => answer.Facts).HasConversion<JsonColumnConverter<AnswerFacts>, JsonColumnComparer<AnswerFacts>>();
            builder.Property(answer => answer.Version).IsConcurrencyToken();
            builder.HasIndex(answer => answer.PublicId).IsUnique();
            builder.HasIndex(answer => answer.ClusterId);
            builder.HasIndex(answer => answer.ShippedAs);
            // None begins with TakenDownAt: nearly all have none, and SQLite would still think such an index a short way.
            builder.HasIndex(answer => answer.ReviewedAt);
            builder.HasIndex(answer => answer.ChangedAt);
            builder.HasMany(answer => answer.Places).WithOne().HasForeignKey(place => place.AnswerId);
        }
    }

    internal sealed class PlaceConfiguration : IEntityTypeConfiguration<AnswerPlace>
    {
        public void Configure(EntityTypeBuilder<AnswerPlace> builder)
        {
            builder.ToTable("AnswerPlaces");
            builder.HasKey(place => new { place.AnswerId, place.TopicId });
            builder.Property(place => place.TopicId).ValueGeneratedNever();
            builder.Property(place => place.Role).HasMaxLength(PublishedAnswer.RoleMaxLength);
            // As numbers: of a plain flag SQLite is asked without naming a value, and then walks no index past it.
            builder.Property(place => place.IsListed).HasConversion<int>();
            builder.Property(place => place.MayBePopular).HasConversion<int>();
            // Newest, newest of a role or a gender, and most read; each holds all that filters ask for, so that a list reads the index alone.
            builder.HasIndex(place => new { place.TopicId, place.IsListed, place.AnsweredAt, place.AnswerId, place.AgeFrom, place.AgeTo, place.Gender, place.Role });
            builder.HasIndex(place => new { place.TopicId, place.IsListed, place.Role, place.AnsweredAt, place.AnswerId, place.AgeFrom, place.AgeTo, place.Gender });
            builder.HasIndex(place => new { place.TopicId, place.IsListed, place.Gender, place.AnsweredAt, place.AnswerId, place.AgeFrom, place.AgeTo, place.Role });
            builder.HasIndex(place => new { place.TopicId, place.MayBePopular, place.Reads, place.AnswerId, place.AgeFrom, place.AgeTo, place.Gender, place.Role, place.AnsweredAt });
        }
    }

    internal sealed class ReadingConfiguration : IEntityTypeConfiguration<AnswerReading>
    {
        public void Configure(EntityTypeBuilder<AnswerReading> builder)
        {
            builder.ToTable("AnswerReadings");
            builder.HasKey(reading => new { reading.AnswerId, reading.Day });
            builder.HasIndex(reading => reading.Day);
            builder.HasOne<PublishedAnswer>().WithMany().HasForeignKey(reading => reading.AnswerId);
        }
    }

    internal sealed class NearestConfiguration : IEntityTypeConfiguration<KeptNearest>
    {
        public void Configure(EntityTypeBuilder<KeptNearest> builder)
        {
            builder.ToTable("KeptNearest");
            builder.HasKey(row => row.TextHash);
            builder.Property(row => row.TextHash).HasMaxLength(Answers.Nearest.KeptNearest.HashBytes);
            builder.HasIndex(row => row.FoundAt);
        }
    }
}
