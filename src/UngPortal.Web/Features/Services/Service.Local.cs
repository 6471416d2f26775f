using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <content>What only a service of <see cref="ServiceKind.Local"/> has, but for the ages, which any may tell.</content>
public sealed partial class Service
{
    public const int NoteMaxLength = 400;

    private readonly List<ServiceArea> _areas = [];

    /// <summary>The key of its type; null for those that are for everyone everywhere.</summary>
    public string? Type { get; private set; }

    /// <summary>The number of the municipality it stands in.</summary>
    public string? Municipality { get; private set; }

    /// <summary>Where it is; null when nobody has told.</summary>
    public ServiceLocation? Location { get; private set; }

    /// <summary>Whose people it is for.</summary>
    public IReadOnlyList<ServiceArea> Areas => _areas;

    /// <summary>The youngest it is for; null when nobody has told, or when there is no limit.</summary>
    public int? AgeFrom { get; private set; }

    /// <summary>The oldest.</summary>
    public int? AgeTo { get; private set; }

    /// <summary>Whether one may come without an appointment; false also when nobody has told.</summary>
    public bool IsDropIn { get; private set; }

    public LocalizedText HoursNote { get; private set; } = [];

    public LocalizedText Note { get; private set; } = [];

    private void Revise(LocalFacts? facts)
    {
        if ((facts is not null) != (Kind == ServiceKind.Local))
        {
            throw new InvalidOperationException("A local service, and no other, needs to say where it is.");
        }

        (Type, Municipality, IsDropIn) = (facts?.Type, facts?.Municipality, facts?.IsDropIn ?? false);
        (HoursNote, Note) = (facts?.HoursNote ?? [], facts?.Note ?? []);
        if (!(Location?.IsSameAs(facts?.Location) ?? facts?.Location is null))
        {
            Location = facts?.Location;
        }

        var served = facts?.Serves ?? [];
        _areas.RemoveAll(area => !served.Contains(area.Municipality));
        _areas.AddRange(served.Where(number => !_areas.Exists(area => area.Municipality == number)).Select(number => new ServiceArea { Municipality = number }));
    }
}
