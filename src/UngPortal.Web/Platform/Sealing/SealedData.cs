using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UngPortal.Platform.Sealing;

/// <summary>How a sealed record lies in its table.</summary>
public static class SealedData
{
    private const string VersionColumn = "KeyVersion";
    private const string BytesColumn = "WrappedKey";

    /// <summary>Maps <see cref="ISealedRecord.SealId"/> (unique) and <see cref="ISealedRecord.Key"/> (columns <c>KeyVersion</c>, with an index, and <c>WrappedKey</c>).</summary>
    public static void HasWrappedKey<T>(this EntityTypeBuilder<T> builder)
        where T : class, ISealedRecord
    {
        builder.Property(nameof(ISealedRecord.SealId)).HasMaxLength(Sealer.IdLength);
        builder.HasIndex(nameof(ISealedRecord.SealId)).IsUnique();
        builder.OwnsOne<WrappedKey>(nameof(ISealedRecord.Key), key =>
        {
            key.Property(nameof(WrappedKey.Version)).HasColumnName(VersionColumn);
            key.Property(nameof(WrappedKey.Bytes)).HasColumnName(BytesColumn).HasMaxLength(WrappedKey.Length);
            key.HasIndex(nameof(WrappedKey.Version));
        });
        builder.Navigation(nameof(ISealedRecord.Key)).IsRequired();
    }
}
