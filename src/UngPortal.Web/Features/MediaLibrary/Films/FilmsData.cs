using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films;

public static class FilmsData
{
    extension(PortalDbContext db)
    {
        public DbSet<Film> Films => db.Set<Film>();

        public DbSet<FilmFile> FilmFiles => db.Set<FilmFile>();
    }

    internal sealed class FilmConfiguration : IEntityTypeConfiguration<Film>
    {
        public void Configure(EntityTypeBuilder<Film> builder)
        {
            builder.ToTable("Films");
            builder.Property(film => film.Name).HasMaxLength(MediaName.StemLength);
            builder.Property(film => film.FileName).HasMaxLength(Film.FileNameMaxLength);
            builder.Property(film => film.Title).HasMaxLength(Film.TitleMaxLength);
            builder.Property(film => film.Creator).HasMaxLength(Film.CreatorMaxLength);
            builder.Property(film => film.ClaimedBy).HasMaxLength(Film.WorkerMaxLength);
            builder.Property(film => film.Version).IsConcurrencyToken();
            builder.HasIndex(film => film.Name).IsUnique();
            builder.HasIndex(film => new { film.OrganisationId, film.TakenDownAt, film.BegunAt });
            builder.HasIndex(film => new { film.State, film.ChangedAt });
            builder.HasMany(film => film.Files).WithOne().HasForeignKey(file => file.FilmId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(film => film.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class FileConfiguration : IEntityTypeConfiguration<FilmFile>
    {
        public void Configure(EntityTypeBuilder<FilmFile> builder)
        {
            builder.ToTable("FilmFiles");
            builder.Property(file => file.Name).HasMaxLength(MediaName.MaxLength);
            builder.Property(file => file.Language).HasMaxLength(FilmFile.LanguageMaxLength);
            builder.HasIndex(file => file.Name).IsUnique();
            builder.HasIndex(file => file.ReplacedAt);
        }
    }
}
