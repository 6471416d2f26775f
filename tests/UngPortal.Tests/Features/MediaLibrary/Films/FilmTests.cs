using UngPortal.Features.MediaLibrary;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>A film's states: each verb from where it may start, and from nowhere else.</summary>
public sealed class FilmTests
{
    private const string Me = "node-1";
    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Until = Now.AddMinutes(2);

    /// <summary>Every verb and the states it may start from.</summary>
    public static TheoryData<string, FilmState[]> Verbs => new()
    {
        { "Receive", [FilmState.Uploading] },
        { "Complete", [] },
        { "Claim", [FilmState.Waiting] },
        { "PutBack", [FilmState.Transcoding] },
        { "Finish", [FilmState.Transcoding] },
        { "Fail", [FilmState.Transcoding] },
        { "GiveUp", [] },
        { "Caption", [FilmState.Ready] },
        { "Uncaption", [FilmState.Ready] },
        { "ShowPoster", [FilmState.Ready] },
        { "Describe", Enum.GetValues<FilmState>() },
        { "Transcribe", Enum.GetValues<FilmState>() },
        { "TakeDown", Enum.GetValues<FilmState>() },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_FromAnyOtherState_Throws(string verb, FilmState[] from)
    {
        foreach (var state in Enum.GetValues<FilmState>())
        {
            var film = In(state);
            if (from.Contains(state))
            {
                Do(film, verb);
            }
            else
            {
                Assert.Throws<InvalidOperationException>(() => Do(film, verb));
                Assert.Equal(state, film.State);
            }

            var gone = In(state);
            gone.TakeDown(Now);
            Assert.Throws<InvalidOperationException>(() => Do(gone, verb));
        }
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(9, 10)]
    [InlineData(11, 10)]
    [InlineData(10, 0)]
    [InlineData(10, -1)]
    [InlineData(10, 91)]
    public void Receive_APieceThatDoesNotFit_Throws(long offset, long count)
    {
        var film = New();
        film.Receive(0, 10, Now);

        Assert.Throws<InvalidOperationException>(() => film.Receive(offset, count, Now));
        Assert.Equal(10, film.BytesReceived);
    }

    [Fact]
    public void Complete_WithAllBytes_Waits()
    {
        var film = New();
        film.Receive(0, 60, Now);
        Assert.Throws<InvalidOperationException>(() => film.Complete(Now));

        film.Receive(60, 40, Now);
        film.Complete(Now);

        Assert.Equal((FilmState.Waiting, 100L), (film.State, film.BytesReceived));
    }

    [Fact]
    public void Claim_OfALivingNodesFilm_ThrowsUntilItsLeaseEnds()
    {
        var film = In(FilmState.Transcoding);

        Assert.Throws<InvalidOperationException>(() => film.Claim("node-2", Until, Until.AddSeconds(-1)));
        film.Claim("node-2", Until.AddMinutes(2), Until);

        Assert.Equal(("node-2", 2), (film.ClaimedBy, film.Attempts));
        Assert.Throws<InvalidOperationException>(() => film.Finish(Me, Made(), Now));
        Assert.Throws<InvalidOperationException>(() => film.Fail(Me, FilmFailure.Broken, Now));
        Assert.Throws<InvalidOperationException>(() => film.PutBack(Me, Now));
    }

    [Fact]
    public void GiveUp_AfterThreeLostNodes_Fails()
    {
        var film = In(FilmState.Transcoding);
        film.Claim("node-2", Until.AddMinutes(2), Until);
        Assert.Throws<InvalidOperationException>(() => film.GiveUp(Until.AddMinutes(2)));
        film.Claim("node-3", Until.AddMinutes(4), Until.AddMinutes(2));
        Assert.Throws<InvalidOperationException>(() => film.GiveUp(Until.AddMinutes(3)));
        Assert.Throws<InvalidOperationException>(() => film.Claim("node-4", Until.AddMinutes(6), Until.AddMinutes(4)));

        film.GiveUp(Until.AddMinutes(4));

        Assert.Equal((FilmState.Failed, (FilmFailure?)FilmFailure.Interrupted), (film.State, film.Failure));
    }

    [Fact]
    public void PutBack_IsNoAttempt_AndLastsUntilItsMoment()
    {
        var film = In(FilmState.Transcoding);

        film.PutBack(Me, Now.AddMinutes(10));

        Assert.Equal((FilmState.Waiting, 0), (film.State, film.Attempts));
        Assert.Throws<InvalidOperationException>(() => film.Claim(Me, Until, Now.AddMinutes(9)));
        film.Claim(Me, Until, Now.AddMinutes(10));
    }

    [Fact]
    public void Caption_Again_KeepsTheOldFileAsReplaced()
    {
        var film = In(FilmState.Ready);
        film.Caption("nb", File("vtt"), Now);
        var first = film.FileOf(FilmFileKind.Captions, "nb");

        film.Caption("nb", File("vtt"), Now);
        Assert.NotEqual(first, film.FileOf(FilmFileKind.Captions, "nb"));
        Assert.Equal(Now, film.Files.Single(file => file.Name == first).ReplacedAt);

        film.Uncaption("nb", Now);
        Assert.Null(film.FileOf(FilmFileKind.Captions, "nb"));
        Assert.Null(film.FileOf(FilmFileKind.Captions, "nn"));
    }

    private static void Do(Film film, string verb)
    {
        switch (verb)
        {
            case "Receive": film.Receive(film.BytesReceived, 1, Now); break;
            case "Complete": film.Complete(Now); break;
            case "Claim": film.Claim(Me, Until, Now); break;
            case "PutBack": film.PutBack(Me, Now); break;
            case "Finish": film.Finish(Me, Made(), Now); break;
            case "Fail": film.Fail(Me, FilmFailure.Broken, Now); break;
            case "GiveUp": film.GiveUp(Now); break;
            case "Caption": film.Caption("nb", File("vtt"), Now); break;
            case "Uncaption": film.Uncaption("nb", Now); break;
            case "ShowPoster": film.ShowPoster(File("jpg"), Now); break;
            case "Describe": film.Describe("Film", "Kari", MediaLicence.Own); break;
            case "Transcribe": film.Transcribe([]); break;
            default: film.TakeDown(Now); break;
        }
    }

    private static Film In(FilmState state)
    {
        var film = New();
        if (state == FilmState.Uploading)
        {
            film.Receive(0, 10, Now);
            return film;
        }

        film.Receive(0, 100, Now);
        film.Complete(Now);
        if (state != FilmState.Waiting)
        {
            film.Claim(Me, Until, Now);
        }

        if (state == FilmState.Ready)
        {
            film.Finish(Me, Made(), Now);
        }
        else if (state == FilmState.Failed)
        {
            film.Fail(Me, FilmFailure.Broken, Now);
        }

        return film;
    }

    private static Film New() => new() { OrganisationId = 1, UploadedById = 1, BegunAt = Now, FileName = "film.mp4", BytesTold = 100 };

    private static NewFilm Made() => new(File("mp4"), File("jpg"), 640, 360, 2);

    private static NewFilm.File File(string format) => new(MediaName.New(format), 10);
}
