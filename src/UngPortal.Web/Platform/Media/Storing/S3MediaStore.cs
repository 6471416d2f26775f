using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Media.Storing;

/// <summary>Keeps media in an S3-compatible store, under <see cref="Prefix"/>; the site still hands it out itself, with its own headers.</summary>
internal sealed class S3MediaStore : IMediaStore, IDisposable
{
    public const string Prefix = "library/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    public S3MediaStore(IOptions<S3Options> options)
    {
        var settings = options.Value;
        _bucket = settings.Bucket;
        _client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.ServiceUrl,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            Timeout = Patience,
            MaxErrorRetry = 2,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public Task PutAsync(MediaName name, string path, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var request = new PutObjectRequest { BucketName = _bucket, Key = KeyOf(name), FilePath = path, ContentType = name.ContentType, UseChunkEncoding = false };
        await _client.PutObjectAsync(request, cancellationToken);
        return true;
    });

    public Task<long?> LengthAsync(MediaName name, CancellationToken cancellationToken) => AskAsync<long?>(async () =>
    {
        try
        {
            return (await _client.GetObjectMetadataAsync(_bucket, KeyOf(name), cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception problem) when (problem.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    public Task<Stream> ReadAsync(MediaName name, long offset, long length, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var request = new GetObjectRequest { BucketName = _bucket, Key = KeyOf(name), ByteRange = new ByteRange(offset, offset + length - 1) };
        return (await _client.GetObjectAsync(request, cancellationToken)).ResponseStream;
    });

    public Task DeleteAsync(MediaName name, CancellationToken cancellationToken) => AskAsync(() => _client.DeleteObjectAsync(_bucket, KeyOf(name), cancellationToken));

    public async IAsyncEnumerable<MediaName> StoredBeforeAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => _client.ListObjectsV2Async(request, cancellationToken));
            foreach (var found in page.S3Objects ?? [])
            {
                if (found.LastModified?.ToUniversalTime() < time && MediaName.TryParse(found.Key[Prefix.Length..], out var name))
                {
                    yield return name;
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();

    private static string KeyOf(MediaName name) => Prefix + name.Text;

    /// <summary>Whatever goes wrong between here and the store is one thing to the caller.</summary>
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception problem) when (problem is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new IOException("The media store does not answer as it should.", problem);
        }
    }
}
