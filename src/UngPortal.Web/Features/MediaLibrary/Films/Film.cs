using UngPortal.Kernel;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>A film of the library: on its way in, being made, and then what must be known to show it. Each transition is one verb; all others throw.</summary>
public sealed class Film
{
    public const int TitleMaxLength = 120;
    public const int CreatorMaxLength = 120;
    public const int FileNameMaxLength = 200;
    public const int TranscriptMaxLength = 20_000;
    public const int WorkerMaxLength = 40;

    /// <summary>How often a node may begin with it; who dies over it may not be the last.</summary>
    public const int AttemptsMost = 3;

    private readonly List<FilmFile> _files = [];

    public int Id { get; private set; }

    /// <summary>What addresses call it: 32 hex digits.</summary>
    public string Name { get; private init; } = MediaName.NewStem();

    public required int OrganisationId { get; init; }

    public required int UploadedById { get; init; }

    public required DateTime BegunAt { get; init; }

    /// <summary>What the file was called where it came from: shown, so that the same file can be found again, and never used.</summary>
    public required string FileName { get; init; }

    /// <summary>How large the uploader says it is.</summary>
    public required long BytesTold { get; init; }

    public long BytesReceived { get; private set; }

    /// <summary>When the last piece came or the state changed.</summary>
    public DateTime ChangedAt { get; private set; }

    public FilmState State { get; private set; } = FilmState.Uploading;

    /// <summary>Why nothing could be made of it.</summary>
    public FilmFailure? Failure { get; private set; }

    public string Title { get; private set; } = "";

    public string Creator { get; private set; } = "";

    public MediaLicence Licence { get; private set; }

    public LocalizedText Transcript { get; private set; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Seconds { get; private set; }

    /// <summary>The node that has it now or had it last.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Until when it is that node's alone; for a waiting film, before when nobody takes it.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTime? TakenDownAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>All stored files, also those that were replaced.</summary>
    public IReadOnlyList<FilmFile> Files => _files;

    public void Describe(string title, string creator, MediaLicence licence)
    {
        Insist();
        (Title, Creator, Licence) = (title, creator, licence);
    }

    public void Transcribe(LocalizedText transcript)
    {
        Insist();
        Transcript = transcript;
    }

    /// <summary>A piece is on the disk, from the offset on.</summary>
    public void Receive(long offset, long count, DateTime now)
    {
        Require(FilmState.Uploading);
        if (offset != BytesReceived || count <= 0 || offset + count > BytesTold)
        {
            throw new InvalidOperationException("A piece continues where the last one ended, and ends within the file.");
        }

        (BytesReceived, ChangedAt) = (offset + count, now);
    }

    /// <summary>All bytes are here.</summary>
    public void Complete(DateTime now)
    {
        Require(FilmState.Uploading);
        State = BytesReceived == BytesTold ? FilmState.Waiting : throw new InvalidOperationException("Bytes are missing.");
        ChangedAt = now;
    }

    /// <summary>A node takes it: a new one, or one whose node has not been heard of.</summary>
    public void Claim(string worker, DateTime until, DateTime now)
    {
        Insist();
        if (State is not (FilmState.Waiting or FilmState.Transcoding) || ClaimedUntil > now || Attempts >= AttemptsMost)
        {
            throw new InvalidOperationException("This film is not to be had.");
        }

        (State, ClaimedBy, ClaimedUntil, ChangedAt) = (FilmState.Transcoding, worker, until, now);
        Attempts++;
    }

    /// <summary>The node puts it back, by no fault of the film: nobody takes it before the moment.</summary>
    public void PutBack(string worker, DateTime notBefore)
    {
        RequireOwn(worker);
        (State, ClaimedUntil) = (FilmState.Waiting, notBefore);
        Attempts--;
    }

    /// <summary>The film is made.</summary>
    public void Finish(string worker, NewFilm made, DateTime now)
    {
        RequireOwn(worker);
        (Width, Height, Seconds) = (made.Width, made.Height, made.Seconds);
        _files.Add(new FilmFile { Kind = FilmFileKind.Film, Name = made.Film.Name.Text, Bytes = made.Film.Bytes });
        _files.Add(new FilmFile { Kind = FilmFileKind.Poster, Name = made.Poster.Name.Text, Bytes = made.Poster.Bytes });
        End(FilmState.Ready, now);
    }

    /// <summary>No film can be made of it.</summary>
    public void Fail(string worker, FilmFailure failure, DateTime now)
    {
        RequireOwn(worker);
        Failure = failure;
        End(FilmState.Failed, now);
    }

    /// <summary>Every node that began with it was lost.</summary>
    public void GiveUp(DateTime now)
    {
        Require(FilmState.Transcoding);
        Failure = ClaimedUntil <= now && Attempts >= AttemptsMost ? FilmFailure.Interrupted : throw new InvalidOperationException("A node is at work on it, or another may try.");
        End(FilmState.Failed, now);
    }

    /// <summary>Gives it other captions in a language.</summary>
    public void Caption(string language, NewFilm.File captions, DateTime now)
    {
        TakeAway(FilmFileKind.Captions, language, now);
        _files.Add(new FilmFile { Kind = FilmFileKind.Captions, Language = language, Name = captions.Name.Text, Bytes = captions.Bytes });
    }

    /// <summary>Takes the captions in a language away.</summary>
    public void Uncaption(string language, DateTime now) => TakeAway(FilmFileKind.Captions, language, now);

    /// <summary>Gives it another poster.</summary>
    public void ShowPoster(NewFilm.File poster, DateTime now)
    {
        TakeAway(FilmFileKind.Poster, "", now);
        _files.Add(new FilmFile { Kind = FilmFileKind.Poster, Name = poster.Name.Text, Bytes = poster.Bytes });
    }

    /// <summary>The name of the file that is shown now; null when there is none.</summary>
    public string? FileOf(FilmFileKind kind, string language = "") => _files.Find(file => file.Kind == kind && file.Language == language && file.ReplacedAt is null)?.Name;

    /// <summary>Takes it out of the library for good; its files go.</summary>
    public void TakeDown(DateTime now)
    {
        Insist();
        (TakenDownAt, ClaimedUntil) = (now, null);
    }

    private void TakeAway(FilmFileKind kind, string language, DateTime now)
    {
        Require(FilmState.Ready);
        _files.Find(file => file.Kind == kind && file.Language == language && file.ReplacedAt is null)?.Replace(now);
    }

    private void End(FilmState state, DateTime now) => (State, ClaimedUntil, ChangedAt) = (state, null, now);

    private void RequireOwn(string worker)
    {
        Require(FilmState.Transcoding);
        if (ClaimedBy != worker)
        {
            throw new InvalidOperationException("Another node has this film.");
        }
    }

    private void Require(FilmState state)
    {
        Insist();
        _ = State == state ? state : throw new InvalidOperationException($"A film that is {State} can't do this; it must be {state}.");
    }

    private void Insist()
    {
        if (TakenDownAt is not null)
        {
            throw new InvalidOperationException("A film that is taken down stays as it is.");
        }
    }
}
