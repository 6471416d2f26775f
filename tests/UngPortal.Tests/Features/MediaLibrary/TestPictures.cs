using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>Pictures and near-pictures, made here: the left half red, the right half blue.</summary>
internal static class TestPictures
{
    private static readonly double[] Red = [220, 20, 20];
    private static readonly double[] Blue = [20, 20, 220];

    public static byte[] Jpeg(int width, int height) => Of(width, height, ".jpg");

    public static byte[] Png(int width, int height) => Of(width, height, ".png");

    public static byte[] WebP(int width, int height) => Of(width, height, ".webp");

    public static byte[] Avif(int width, int height) => Of(width, height, ".avif");

    public static byte[] Of(int width, int height, string ending)
    {
        using var left = (Image.Black(width / 2, height, bands: 3) + Red).Cast(Enums.BandFormat.Uchar);
        using var right = (Image.Black(width - (width / 2), height, bands: 3) + Blue).Cast(Enums.BandFormat.Uchar);
        using var both = left.Join(right, Enums.Direction.Horizontal).Copy(interpretation: Enums.Interpretation.Srgb);
        return both.WriteToBuffer(ending);
    }

    /// <summary>A WebP of two frames, one red and one blue.</summary>
    public static byte[] AnimatedWebP()
    {
        using var frames = Image.PngloadBuffer(Png(128, 64)).Rot90().Mutate(change => change.Set(GValue.GIntType, "page-height", 64));
        return frames.WriteToBuffer(".webp");
    }

    /// <summary>A PNG that says it moves.</summary>
    public static byte[] AnimatedPng() => WithChunk(Png(64, 64), "acTL", [0, 0, 0, 2, 0, 0, 0, 0]);

    /// <summary>A grey PNG of one colour, one bit a pixel: a few kilobytes that unfold to gigabytes.</summary>
    public static byte[] Bomb(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 1;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[((width + 7) / 8) + 1];
            for (var y = 0; y < height; y++)
            {
                zlib.Write(row);
            }
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A JPEG that lies on its side (orientation 6) and tells where it was taken, in EXIF, XMP and a remark.</summary>
    public static byte[] TalkingJpeg(int width, int height)
    {
        var jpeg = Jpeg(width, height);
        byte[] talk =
        [
            .. Segment(0xE1, Exif("KANARI-EXIF 63.4305 N")),
            .. Segment(0xE1, Encoding.Latin1.GetBytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>KANARI-XMP</x:xmpmeta>")),
            .. Segment(0xFE, Encoding.Latin1.GetBytes("KANARI-REMARK")),
        ];
        return [.. jpeg[..2], .. talk, .. jpeg[2..]];
    }

    public static byte[] TalkingPng(int width, int height) => WithChunk(Png(width, height), "tEXt", Encoding.Latin1.GetBytes("Comment\0KANARI-PNG"));

    public static byte[] JpegWithRemark(string remark)
    {
        var jpeg = Jpeg(64, 64);
        return [.. jpeg[..2], .. Segment(0xFE, Encoding.Latin1.GetBytes(remark)), .. jpeg[2..]];
    }

    private static byte[] Segment(byte marker, byte[] content)
    {
        var size = content.Length + 2;
        return [0xFF, marker, (byte)(size >> 8), (byte)size, .. content];
    }

    private static byte[] Exif(string description)
    {
        var text = Encoding.ASCII.GetBytes(description + "\0");
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write("Exif\0\0"u8);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((short)2);
        Entry(writer, 0x010E, 2, text.Length, 8 + 2 + 24 + 4);
        Entry(writer, 0x0112, 3, 1, 6);
        writer.Write(0);
        writer.Write(text);
        writer.Flush();
        return memory.ToArray();
    }

    private static void Entry(BinaryWriter writer, ushort tag, short type, int count, int value)
    {
        writer.Write(tag);
        writer.Write(type);
        writer.Write(count);
        writer.Write(value);
    }

    private static byte[] WithChunk(byte[] png, string type, byte[] content)
    {
        const int AfterHead = 33;
        return [.. png[..AfterHead], .. Chunk(type, content), .. png[AfterHead..]];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
