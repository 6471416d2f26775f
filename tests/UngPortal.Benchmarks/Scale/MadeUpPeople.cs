using System.Buffers.Binary;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Who asks about what, and when, in shares as a service with years behind it has them.</summary>
internal sealed class MadeUpPeople(Random random, IReadOnlyList<Topic> topics, IReadOnlyList<AnsweringRole> roles, IReadOnlyList<int> experts)
{
    public const int Days = 3_650;

    private static readonly int[] Ages = [13, 14, 14, 15, 15, 15, 16, 16, 16, 17, 17, 18, 19, 20];

    /// <summary>Questions in each hour of a day in Oslo, out of 100: few at night, most after school and in the evening.</summary>
    private static readonly int[] ByHour = [3, 2, 1, 1, 0, 0, 1, 2, 2, 3, 3, 4, 4, 4, 6, 7, 7, 6, 6, 7, 9, 10, 8, 4];

    public string Language() => random.Next(100) switch { < 86 => "nb", < 94 => "nn", _ => "en" };

    public int Age() => Ages[random.Next(Ages.Length)];

    public AskerGender Gender() => random.Next(100) switch { < 58 => AskerGender.Girl, < 90 => AskerGender.Boy, < 94 => AskerGender.Other, _ => AskerGender.NotSaid };

    public Severity Severity() => random.Next(100) switch { < 78 => Kernel.Severity.Green, < 95 => Kernel.Severity.Yellow, _ => Kernel.Severity.Red };

    /// <summary>A few topics are asked about most of the time.</summary>
    public Topic Topic() => topics[(int)(topics.Count * Math.Pow(random.NextDouble(), 1.8))];

    public IReadOnlyList<Topic> Topics() => [.. Enumerable.Range(0, random.Next(100) switch { < 60 => 1, < 90 => 2, _ => 3 }).Select(_ => Topic()).DistinctBy(topic => topic.Id)];

    public string RoleFor(Topic topic) => (roles.FirstOrDefault(role => role.Topics.Contains(topic.Slug)) ?? roles[random.Next(roles.Count)]).Key;

    public int Expert() => experts[random.Next(experts.Count)];

    /// <summary>A moment of the day that many days before another.</summary>
    public DateTime At(DateTime last, double daysBefore)
    {
        var hour = 0;
        for (var left = random.Next(ByHour.Sum()); left >= ByHour[hour]; hour++)
        {
            left -= ByHour[hour];
        }

        return last.Date.AddDays(-Math.Floor(daysBefore)).AddHours(hour).AddSeconds(random.Next(3_600));
    }

    /// <summary>How long an answer took: around a third of its target, now and then past it.</summary>
    public TimeSpan Wait(Severity severity) => QuestionTargets.Of(severity).Answer * Math.Min(3, 0.33 * Math.Exp(0.7 * ((random.NextDouble() * 4) - 2)));

    /// <summary>As Guid.CreateVersion7, of this source's chance.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, new DateTimeOffset(at).ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        (bytes[6], bytes[8]) = ((byte)(0x70 | (bytes[6] & 0x0F)), (byte)(0x80 | (bytes[8] & 0x3F)));
        return new Guid(bytes, bigEndian: true);
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
