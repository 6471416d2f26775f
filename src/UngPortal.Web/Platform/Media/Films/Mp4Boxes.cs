using System.Buffers.Binary;

namespace UngPortal.Platform.Media.Films;

/// <summary>Empties the box where an MP4 keeps what is told about it: ffmpeg leaves the box there, with nothing in it that anybody needs. Source: ISO/IEC 14496-12, 8.10.</summary>
internal static class Mp4Boxes
{
    private const int HeaderLength = 8;
    private const int WideHeaderLength = 16;

    /// <summary>Makes free space of every <c>udta</c> box in the film's <c>moov</c>; nothing else moves.</summary>
    public static void Silence(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        foreach (var (start, end) in Boxes(file, 0, file.Length, "moov"u8.ToArray()))
        {
            foreach (var (from, to) in Boxes(file, start, end, "udta"u8.ToArray()))
            {
                file.Position = from - sizeof(uint);
                file.Write("free"u8);
                file.Write(new byte[to - from]);
            }
        }
    }

    /// <summary>The contents of the boxes of a type between two places: from the first byte after the header to the end.</summary>
    private static List<(long Start, long End)> Boxes(FileStream file, long at, long end, byte[] type)
    {
        var found = new List<(long, long)>();
        Span<byte> header = stackalloc byte[WideHeaderLength];
        while (at + HeaderLength <= end)
        {
            file.Position = at;
            var read = file.ReadAtLeast(header, WideHeaderLength, throwOnEndOfStream: false);
            var isWide = BinaryPrimitives.ReadUInt32BigEndian(header) == 1 && read == WideHeaderLength;
            var length = isWide ? BinaryPrimitives.ReadInt64BigEndian(header[HeaderLength..]) : BinaryPrimitives.ReadUInt32BigEndian(header);
            length = length == 0 ? end - at : length;
            if (length < HeaderLength || at + length > end)
            {
                break;
            }

            if (header[sizeof(uint)..HeaderLength].SequenceEqual(type) && !isWide)
            {
                found.Add((at + HeaderLength, at + length));
            }

            at += length;
        }

        return found;
    }
}
