using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>The letters, as a feature would register them.</summary>
internal sealed class SealedLetters(PortalDbContext db) : SealedRecords<Letter>(db, Letter.Kind);
