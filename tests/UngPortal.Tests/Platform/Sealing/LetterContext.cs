using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>A database with nothing but letters in it.</summary>
internal sealed class LetterContext(DbContextOptions<LetterContext> options) : PortalDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Letter>(letter =>
    {
        letter.ToTable("Letters");
        letter.HasWrappedKey();
    });
}
