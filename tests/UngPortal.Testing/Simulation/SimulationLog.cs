using UngPortal.Features.Questions;

namespace UngPortal.Testing.Simulation;

/// <summary>What the simulation did, and what it found wrong.</summary>
public sealed class SimulationLog
{
    private readonly Dictionary<Guid, SimulatedQuestion> _questions = [];
    private readonly List<string> _faults = [];

    /// <summary>All that was asked.</summary>
    public IReadOnlyCollection<SimulatedQuestion> Questions => _questions.Values;

    /// <summary>What the site did otherwise than it should.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>How many alerts of each kind were due.</summary>
    public Dictionary<AlertStage, int> Due { get; } = [];

    /// <summary>How many times something was due, each one mail to every coordinator.</summary>
    public int Mailings { get; set; }

    /// <summary>How many were taken back.</summary>
    public int Withdrawn { get; set; }

    /// <summary>How many asked once more in their thread.</summary>
    public int FollowUps { get; set; }

    /// <summary>How often a second reader sent an answer back.</summary>
    public int SentBack { get; set; }

    /// <summary>How often an expert forgot one and the hour ran out.</summary>
    public int Forgotten { get; set; }

    internal SimulatedQuestion Add(SimulatedQuestion question)
    {
        _questions.Add(question.Id, question);
        return question;
    }

    internal SimulatedQuestion Of(Guid id) => _questions[id];

    internal void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            _faults.Add(otherwise);
        }
    }
}
