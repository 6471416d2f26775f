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
    private const long SlowestBytesASecond = 500_000;

    /// <summary>How long a question may take. What is sent gets more by its size: a film is no picture.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
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
            Timeout = Longest,
            MaxErrorRetry = 2,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public Task PutAsync(MediaName name, string path, CancellationToken cancellationToken) => AskAsync(async limit =>
    {
        var request = new PutObjectRequest { BucketName = _bucket, Key = KeyOf(name), FilePath = path, ContentType = name.ContentType, UseChunkEncoding = false };
        await _client.PutObjectAsync(request, limit);
        return true;
    }, new FileInfo(path).Length, cancellationToken);

    public Task<long?> LengthAsync(MediaName name, CancellationToken cancellationToken) => AskAsync<long?>(async limit =>
    {
        try
        {
            return (await _client.GetObjectMetadataAsync(_bucket, KeyOf(name), limit)).ContentLength;
        }
        catch (AmazonS3Exception problem) when (problem.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }, 0, cancellationToken);

    public Task<Stream> ReadAsync(MediaName name, long offset, long length, CancellationToken cancellationToken) => AskAsync(async limit =>
    {
        var request = new GetObjectRequest { BucketName = _bucket, Key = KeyOf(name), ByteRange = new ByteRange(offset, offset + length - 1) };
        return (await _client.GetObjectAsync(request, limit)).ResponseStream;
    }, 0, cancellationToken);

    public Task DeleteAsync(MediaName name, CancellationToken cancellationToken) => AskAsync(limit => _client.DeleteObjectAsync(_bucket, KeyOf(name), limit), 0, cancellationToken);

    public async IAsyncEnumerable<MediaName> StoredBeforeAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(limit => _client.ListObjectsV2Async(request, limit), 0, cancellationToken);
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
    private static async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, long bytes, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience + TimeSpan.FromSeconds(bytes / SlowestBytesASecond));
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception problem) when (problem is AmazonServiceException or AmazonClientException or HttpRequestException
            || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException("The media store does not answer as it should.", problem);
        }
    }
}
