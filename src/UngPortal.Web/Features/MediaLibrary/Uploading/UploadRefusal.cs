using UngPortal.Platform.Media.Pictures;

namespace UngPortal.Features.MediaLibrary.Uploading;

/// <summary>Why a file was not taken: the key of what to say, and the status that says it to programs.</summary>
public sealed record UploadRefusal(string TextKey, int Status)
{
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;
    private const int WrongType = StatusCodes.Status415UnsupportedMediaType;

    public static readonly UploadRefusal NoFile = new("Upload_NoFile", Unprocessable);
    public static readonly UploadRefusal SeveralFiles = new("Upload_SeveralFiles", Unprocessable);
    public static readonly UploadRefusal Empty = new("Upload_Empty", Unprocessable);
    public static readonly UploadRefusal TooLarge = new("Upload_TooLarge", StatusCodes.Status413PayloadTooLarge);
    public static readonly UploadRefusal BadName = new("Upload_BadName", Unprocessable);
    public static readonly UploadRefusal UnknownKind = new("Upload_UnknownKind", WrongType);
    public static readonly UploadRefusal Lying = new("Upload_Lying", WrongType);
    public static readonly UploadRefusal NotStored = new("Upload_NotStored", StatusCodes.Status503ServiceUnavailable);

    public static UploadRefusal Of(PictureRefusal refusal) => refusal switch
    {
        PictureRefusal.TooManyPixels => new("Upload_TooManyPixels", Unprocessable),
        PictureRefusal.TooSmall => new("Upload_TooSmall", Unprocessable),
        PictureRefusal.SeveralPictures => new("Upload_SeveralPictures", WrongType),
        PictureRefusal.HasStowaway => new("Upload_HasStowaway", WrongType),
        PictureRefusal.TooDemanding => new("Upload_TooDemanding", Unprocessable),
        PictureRefusal.UnknownKind => UnknownKind,
        _ => new("Upload_Broken", Unprocessable),
    };
}
