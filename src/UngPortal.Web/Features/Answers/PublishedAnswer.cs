using System.Security.Cryptography;
using UngPortal.Features.Publications;
using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>A question and its answer for everyone to read: a copy that names nobody, and leads to nothing that does. Source: product/questions.md, "Publishing".</summary>
public sealed partial class PublishedAnswer
{
    public const int TitleMaxLength = 80;
    public const int QuestionMaxLength = 1_000;
    public const int RoleMaxLength = 60;
    public const int NoteMaxLength = 300;
    public const int MostTopics = 4;
    public const int MostRelated = 3;
    public const int MostServices = 4;
    public const int ShippedAsMaxLength = 120;

    /// <summary>How long an answer is taken to be right without anybody looking.</summary>
    public const int FreshDays = 365;

    private readonly List<AnswerPlace> _places = [];

    public int Id { get; private set; }

    /// <summary>What addresses call it: drawn at random, so that it says nothing of when or by whom it was asked.</summary>
    public required int PublicId { get; init; }

    public required AnswerOrigin Origin { get; init; }

    public required string Language { get; init; }

    /// <summary>The name of the shipped file it came from.</summary>
    public string? ShippedAs { get; init; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Question { get; private set; } = "";

    public AnswerSections Answer { get; private set; } = AnswerSections.Empty;

    /// <summary>The sections as they are shown, made safe when they were saved.</summary>
    public AnswerSections Html { get; private set; } = AnswerSections.Empty;

    public string Role { get; private set; } = "";

    public int AgeFrom { get; private set; }

    public int AgeTo { get; private set; }

    public AskerGender Gender { get; private set; }

    public Sensitivity Sensitivity { get; private set; }

    public bool MayBePopular { get; private set; }

    public DateOnly AskedAt { get; private set; }

    public DateOnly AnsweredAt { get; private set; }

    public AnswerFacts Facts { get; private set; } = AnswerFacts.Empty;

    public DateTime PublishedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>When a professional last found it right; the day of the answer until then.</summary>
    public DateOnly ReviewedAt { get; private set; }

    public DateTime? CorrectedAt { get; private set; }

    /// <summary>What was corrected, as readers see it.</summary>
    public string? Correction { get; private set; }

    public DateTime? TakenDownAt { get; private set; }

    /// <summary>Why it was taken down, for staff.</summary>
    public string? TakenDownFor { get; private set; }

    /// <summary>The public number of the near duplicate that is shown in its stead; null when it is shown itself.</summary>
    public int? ClusterId { get; private set; }

    public int Reads { get; private set; }

    public int HelpedYes { get; private set; }

    public int HelpedNo { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AnswerPlace> Places => _places;

    public bool IsListed => TakenDownAt is null && ClusterId is null;

    /// <summary>What others call it: key of the search index, of cache tags, of outbox rows and of the audit trail.</summary>
    public string Key => KeyOf(PublicId);

    public const string KeyBeginning = "question:";

    public string Path => PathOf(PublicId, Slug);

    public static string KeyOf(int publicId) => $"{KeyBeginning}{publicId}";

    public static string PathOf(int publicId, string slug) => $"/sporsmal/{publicId}/{slug}";

    /// <summary>Six to nine digits.</summary>
    public static int DrawPublicId() => RandomNumberGenerator.GetInt32(100_000, 1_000_000_000);
}
