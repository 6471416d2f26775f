namespace UngPortal.Kernel;

/// <summary>What a member of staff may be, in one organisation. Source: product/access.md.</summary>
public enum StaffRole
{
    /// <summary>Writes and edits content.</summary>
    Editor = 1,

    /// <summary>Approves content and answers for the whole.</summary>
    ChiefEditor = 2,

    /// <summary>Sorts incoming questions.</summary>
    TriageEditor = 3,

    /// <summary>Answers questions; reviews content of the own field.</summary>
    Expert = 4,

    /// <summary>Reads others' answers before they go out.</summary>
    ExpertReviewer = 5,

    /// <summary>A young person who answers with a second reader.</summary>
    YouthAnswerer = 6,

    /// <summary>Decides where a life may be in danger.</summary>
    SafeguardingOfficer = 7,

    /// <summary>Keeps the service register right.</summary>
    ServiceAssurer = 8,

    /// <summary>Assesses self-help tools.</summary>
    ToolAssessor = 9,

    /// <summary>Chats with young people.</summary>
    ChatVolunteer = 10,

    /// <summary>Looks after the chat and its volunteers.</summary>
    ChatSupervisor = 11,

    /// <summary>Keeps appointment books.</summary>
    BookingStaff = 12,

    /// <summary>Meets young people at appointments.</summary>
    Clinician = 13,

    /// <summary>Invites and looks after the people of one organisation.</summary>
    OrganisationAdmin = 14,

    /// <summary>Keeps organisations, agreements and the plan.</summary>
    PortfolioManager = 15,

    /// <summary>Sees figures, never texts.</summary>
    StatisticsViewer = 16,

    /// <summary>Runs the platform; can't read what young people write.</summary>
    PlatformAdmin = 17,
}
