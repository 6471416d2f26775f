using System.Net;
using System.Security.Cryptography;

namespace UngPortal.Platform.Security;

/// <summary>Folds an address into one of 65 536 numbers, under a key that lives in memory and is new each day.</summary>
/// <remarks>Source: quality.md "Security". An IPv6 address counts by its /64, which is one household.</remarks>
public sealed class NetworkPartition(TimeProvider time)
{
    private const int NetworkBytes = 8;
    private DayKey _key = new(DateOnly.MinValue, []);

    /// <summary>The number, 0 to 65 535; no address counts as one address.</summary>
    public int Of(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        address ??= IPAddress.None;
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out var length);
        HMACSHA256.HashData(KeyOfToday(), bytes[..(length > 4 ? NetworkBytes : length)], hash);
        return (hash[0] << 8) | hash[1];
    }

    private byte[] KeyOfToday()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var key = _key;
        if (key.Day != today)
        {
            var fresh = new DayKey(today, RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));
            var before = Interlocked.CompareExchange(ref _key, fresh, key);
            key = before == key ? fresh : _key;
        }

        return key.Bytes;
    }

    private sealed class DayKey(DateOnly day, byte[] bytes)
    {
        public DateOnly Day => day;

        public byte[] Bytes => bytes;
    }
}
