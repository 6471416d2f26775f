using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>The threads' keys, for the rotation of master keys.</summary>
public sealed class ThreadKeys(PortalDbContext db) : SealedRecords<QuestionThread>(db, QuestionThread.SealKind);
