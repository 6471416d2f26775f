using UngPortal.Kernel;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary;

/// <summary>A picture of the library, with what must be known to show it: what it shows, whose it is, where to look.</summary>
public sealed class MediaItem
{
    public const int AltMaxLength = 300;
    public const int CreatorMaxLength = 120;
    public const int SearchMaxLength = (3 * AltMaxLength) + CreatorMaxLength + 4;

    private readonly List<MediaFile> _files = [];

    public int Id { get; private set; }

    /// <summary>What texts call it: 32 hex digits, the same when the picture is replaced.</summary>
    public string Name { get; private init; } = MediaName.NewStem();

    public required int OrganisationId { get; init; }

    public required int UploadedById { get; init; }

    public required DateTime UploadedAt { get; init; }

    /// <summary>What the picture shows, for those who don't see it; empty when it only decorates.</summary>
    public LocalizedText Alt { get; private set; } = [];

    public bool IsDecorative { get; private set; }

    public string Creator { get; private set; } = "";

    public MediaLicence Licence { get; private set; }

    /// <summary>The place that must stay in sight when the picture is cut, from the left edge, 0 to 1.</summary>
    public double FocalX { get; private set; } = 0.5;

    /// <summary>The same from the upper edge.</summary>
    public double FocalY { get; private set; } = 0.5;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public DateTime? TakenDownAt { get; private set; }

    /// <summary>Alternative texts and creator in small letters: SQLite folds no æ, ø and å.</summary>
    public string SearchText { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>All files, also those that were replaced.</summary>
    public IReadOnlyList<MediaFile> Files => _files;

    public void Describe(LocalizedText alt, bool isDecorative, string creator, MediaLicence licence)
    {
        Insist();
        if (isDecorative == alt.ContainsKey(Language.Bokmal.Code))
        {
            throw new InvalidOperationException("A picture has an alternative text, or it decorates; never both or neither.");
        }

        Alt = alt;
        IsDecorative = isDecorative;
        Creator = creator;
        Licence = licence;
        SearchText = string.Join('\n', alt.Values.Append(creator)).ToLowerInvariant();
    }

    public void Focus(double x, double y)
    {
        Insist();
        if (x is not (>= 0 and <= 1) || y is not (>= 0 and <= 1))
        {
            throw new InvalidOperationException("The focal point lies within the picture.");
        }

        FocalX = x;
        FocalY = y;
    }

    /// <summary>Gives it its picture, or another one.</summary>
    public void Show(NewPicture picture, DateTime now)
    {
        Insist();
        _files.FindAll(file => file.ReplacedAt is null).ForEach(file => file.Replace(now));
        _files.AddRange(picture.Files.Select(file => new MediaFile { Name = file.Name.Text, Format = file.Format, Width = file.Width, Height = file.Height, Bytes = file.Bytes }));
        Width = picture.Width;
        Height = picture.Height;
    }

    /// <summary>Takes it out of the library for good; its files go.</summary>
    public void TakeDown(DateTime now)
    {
        Insist();
        TakenDownAt = now;
    }

    private void Insist()
    {
        if (TakenDownAt is not null)
        {
            throw new InvalidOperationException("A picture that is taken down stays as it is.");
        }
    }
}
