namespace UngPortal.Features.Experts;

/// <summary>How somebody of the staff answers: in which roles and languages, how much, and when not. Source: product/questions.md, "Roles".</summary>
public sealed class Expert
{
    public const int MostRoles = 6;
    public const int MostAWeek = 200;

    /// <summary>A new expert's first answers are read by a second person.</summary>
    public const int ReadByASecond = 20;

    private readonly List<ExpertAbsence> _absences = [];

    public required int StaffId { get; init; }

    public string[] Roles { get; private set; } = [];

    /// <summary>Two-letter codes.</summary>
    public string[] Languages { get; private set; } = ["nb"];

    /// <summary>How many answers a week the expert has time for; 0 is no limit.</summary>
    public int WeeklyCapacity { get; private set; }

    /// <summary>False for those who asked to be spared what is Red.</summary>
    public bool TakesHardCases { get; private set; } = true;

    public int Answered { get; private set; }

    /// <summary>When the expert last said yes to a break, or to going on without one.</summary>
    public DateTime? BreakNotedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ExpertAbsence> Absences => _absences;

    /// <summary>The roles that the expert may answer in, whatever the profile said before.</summary>
    public string[] RolesAs(bool isYouth) => [.. Roles.Where(role => AnsweringRole.IsFor(role, isYouth))];

    public bool IsNew => Answered < ReadByASecond;

    public void Describe(string[] roles, string[] languages, int weeklyCapacity, bool takesHardCases)
    {
        if (roles.Length is 0 or > MostRoles || languages.Length == 0 || weeklyCapacity is < 0 or > MostAWeek)
        {
            throw new InvalidOperationException("An expert has one to six roles, at least one language and a capacity within reason.");
        }

        (Roles, Languages, WeeklyCapacity, TakesHardCases) = (roles, languages, weeklyCapacity, takesHardCases);
    }

    public void BeAway(DateOnly from, DateOnly until) =>
        _absences.Add(until >= from ? new ExpertAbsence { From = from, Until = until } : throw new InvalidOperationException("An absence ends after it begins."));

    public void EndAbsence(int id) => _absences.RemoveAll(absence => absence.Id == id);

    public bool IsAway(DateOnly day) => _absences.Exists(absence => absence.From <= day && day <= absence.Until);

    public void NoteBreak(DateTime now) => BreakNotedAt = now;

    /// <summary>One more answer went out.</summary>
    public void NoteAnswer() => Answered++;
}
