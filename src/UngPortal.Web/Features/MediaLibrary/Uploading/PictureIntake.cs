using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Uploading;

/// <summary>Takes an uploaded picture in: cheap checks here, decoding in the child process, then into the store. Whatever stops it, no working file is left.</summary>
public sealed partial class PictureIntake(IMediaStore store, PictureProcess process, DataFolder data, ILogger<PictureIntake> logger)
{
    /// <summary>The folder in the data folder where pictures are worked on.</summary>
    internal const string WorkFolder = "media-work";

    /// <summary>Stores what is made of the file; the caller makes the row that knows of it.</summary>
    public async Task<(NewPicture? Picture, UploadRefusal? Refusal)> TakeAsync(IFormFileCollection files, string field, CancellationToken cancellationToken)
    {
        if (files is not [var file] || file.Name != field)
        {
            return (null, files.Count > 1 ? UploadRefusal.SeveralFiles : UploadRefusal.NoFile);
        }

        if (await RefusalOfAsync(file, cancellationToken) is { } refusal)
        {
            return (null, refusal);
        }

        var work = Path.Combine(data.Root, WorkFolder, MediaName.NewStem());
        try
        {
            Directory.CreateDirectory(work);
            var original = Path.Combine(work, "original");
            await using (var copy = File.Create(original))
            {
                await file.CopyToAsync(copy, cancellationToken);
            }

            var outcome = await process.RunAsync(original, work, cancellationToken);
            return outcome.Refusal is { } found ? (null, UploadRefusal.Of(found)) : (await StoreAsync(outcome, work, cancellationToken), null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogNotStored(problem.GetType().Name);
            return (null, UploadRefusal.NotStored);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    /// <summary>What can be said without decoding.</summary>
    private static async Task<UploadRefusal?> RefusalOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (!UploadedName.IsPlain(file.FileName))
        {
            return UploadRefusal.BadName;
        }

        if (file.Length is 0 or > PictureRules.BytesMost)
        {
            return file.Length == 0 ? UploadRefusal.Empty : UploadRefusal.TooLarge;
        }

        var head = new byte[PictureFormats.HeadLength];
        await using var stream = file.OpenReadStream();
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return PictureFormats.Of(head.AsSpan(0, read)) switch
        {
            null => UploadRefusal.UnknownKind,
            { } format when !format.IsNamedAs(file.FileName, file.ContentType) => UploadRefusal.Lying,
            _ => null,
        };
    }

    private async Task<NewPicture> StoreAsync(PictureOutcome outcome, string work, CancellationToken cancellationToken)
    {
        var stored = new List<NewPicture.File>();
        try
        {
            foreach (var made in outcome.Files)
            {
                var path = Path.Combine(work, made.File);
                var name = MediaName.New(made.Format);
                stored.Add(new(name, made.Format, made.Width, made.Height, new FileInfo(path).Length));
                await store.PutAsync(name, path, cancellationToken);
            }
        }
        catch
        {
            await DiscardAsync(stored);
            throw;
        }

        return new NewPicture(outcome.Width, outcome.Height, stored);
    }

    /// <summary>Best effort: what stays is swept up at night.</summary>
    private async Task DiscardAsync(List<NewPicture.File> stored)
    {
        foreach (var file in stored)
        {
            try
            {
                await store.DeleteAsync(file.Name, CancellationToken.None);
            }
            catch (IOException problem)
            {
                LogNotStored(problem.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An uploaded picture could not be kept ({Problem}); the person was told.")]
    private partial void LogNotStored(string problem);
}
