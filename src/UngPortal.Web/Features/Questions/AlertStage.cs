namespace UngPortal.Features.Questions;

/// <summary>What coordinators are told of a question by mail, each once.</summary>
public enum AlertStage
{
    None = 0,

    /// <summary>A Red question has come in.</summary>
    Red = 1,

    /// <summary>No human has looked at it within the hour.</summary>
    Unseen = 2,

    /// <summary>The answer is late.</summary>
    Overdue = 3,
}
