using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

/// <summary>The cases' keys, for the rotation of master keys.</summary>
public sealed class CaseKeys(PortalDbContext db) : SealedRecords<AvertingCase>(db, AvertingCase.SealKind);
