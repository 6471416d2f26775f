using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Media.Storing;

/// <summary>The configuration section <c>Media:S3</c>; without <see cref="ServiceUrl"/> media lies in the data folder.</summary>
public sealed record S3Options : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Media:S3";

    /// <summary>The store's address, e.g. <c>https://s3.eksempel.no</c>.</summary>
    public string ServiceUrl { get; init; } = "";

    /// <summary>The region that requests are signed for; many stores don't care.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The bucket; it must be there and be private.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The public half of the key.</summary>
    public string AccessKey { get; init; } = "";

    /// <summary>The secret half of the key; belongs in the environment, never in a file of the project.</summary>
    public string SecretKey { get; init; } = "";

    /// <summary>Whether media lies in an S3-compatible store.</summary>
    public bool IsUsed => ServiceUrl.Length > 0;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsUsed)
        {
            yield break;
        }

        if (!Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            yield return new ValidationResult("Media:S3:ServiceUrl must be an address that begins with https://.");
        }

        if (Bucket.Length == 0 || AccessKey.Length == 0 || SecretKey.Length == 0)
        {
            yield return new ValidationResult("Media:S3 needs Bucket, AccessKey and SecretKey.");
        }
    }
}
