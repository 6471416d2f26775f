using UngPortal.Features.MediaLibrary.Uploading;

namespace UngPortal.Features.MediaLibrary.Films.Uploading;

/// <summary>Why a film or a piece of it was not taken.</summary>
internal static class FilmRefusals
{
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;

    public static readonly UploadRefusal NoFile = new("FilmUpload_NoFile", Unprocessable);
    public static readonly UploadRefusal SeveralFiles = new("FilmUpload_SeveralFiles", Unprocessable);
    public static readonly UploadRefusal UnknownKind = new("FilmUpload_UnknownKind", StatusCodes.Status415UnsupportedMediaType);
    public static readonly UploadRefusal TooLarge = new("FilmUpload_TooLarge", StatusCodes.Status413PayloadTooLarge);
    public static readonly UploadRefusal TooLargeWhole = new("FilmUpload_TooLargeWhole", StatusCodes.Status413PayloadTooLarge);
    public static readonly UploadRefusal NoRoom = new("FilmUpload_NoRoom", StatusCodes.Status413PayloadTooLarge);
    public static readonly UploadRefusal NotStored = new("FilmUpload_NotStored", StatusCodes.Status503ServiceUnavailable);
    public static readonly UploadRefusal WrongOffset = new("FilmUpload_WrongOffset", StatusCodes.Status409Conflict);
    public static readonly UploadRefusal WrongPiece = new("FilmUpload_WrongPiece", StatusCodes.Status400BadRequest);
}
