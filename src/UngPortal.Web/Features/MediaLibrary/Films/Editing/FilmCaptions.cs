using System.Text;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

/// <summary>Keeps captions in the media store and reads them from there.</summary>
public sealed class FilmCaptions(IMediaStore store, DataFolder data)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The captions of the film in the language as a text; empty when there are none.</summary>
    /// <exception cref="IOException">The store can't be read.</exception>
    public async Task<string> ReadAsync(Film film, string language, CancellationToken cancellationToken)
    {
        if (!MediaName.TryParse(film.FileOf(FilmFileKind.Captions, language), out var name) || await store.LengthAsync(name, cancellationToken) is not { } length)
        {
            return "";
        }

        using var reader = new StreamReader(await store.ReadAsync(name, 0, length, cancellationToken), Utf8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>A file that somebody chose, as a text.</summary>
    public static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Utf8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Stores captions without faults.</summary>
    /// <exception cref="IOException">The store can't be written.</exception>
    public async Task<NewFilm.File> PutAsync(WebVttFile captions, CancellationToken cancellationToken)
    {
        var name = MediaName.New("vtt");
        var bytes = Utf8.GetBytes(captions.Write());
        var path = data.PathOf("film-work", name.Text);
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
            await store.PutAsync(name, path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }

        return new NewFilm.File(name, bytes.Length);
    }
}
