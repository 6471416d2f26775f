using System.ComponentModel.DataAnnotations;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>One way to reach a service, as it is written.</summary>
public sealed class ContactRow
{
    private const int Kept = 4_000;

    public ChannelKind? Slag { get; set; }

    [StringLength(Kept)]
    public string? Adresse { get; set; }

    [StringLength(Kept)]
    public string? Tider { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Adresse) && string.IsNullOrWhiteSpace(Tider);

    private string Written => Adresse?.Trim() ?? "";

    /// <summary>The hours as the register keeps them, those of every week alone; empty when nobody knows.</summary>
    public string Hours => HoursWords.ToSyntax(Tider ?? "");

    public static ContactRow Of(ServiceChannel channel) => new()
    {
        Slag = channel.Kind,
        Adresse = channel.Kind.IsPage ? channel.Address : channel.DisplayAddress,
        Tider = HoursWords.ToWords(DatedHours.Of(channel.Hours).Regular),
    };

    /// <summary>The channel, with the exceptions of the one that was there before.</summary>
    public ServiceChannel ToChannel(int position, IEnumerable<ServiceChannel> before) => new()
    {
        Position = position,
        Kind = Slag!.Value,
        Address = Slag.Value.IsNumber ? ContactFields.Dialled(Written) : Written,
        DisplayAddress = Slag.Value.IsPage ? ContactFields.HostOf(Written) : Written,
        Hours = (DatedHours.Of(before.FirstOrDefault(channel => channel.Kind == Slag)?.Hours) with { Regular = Hours }).Text,
    };

    /// <summary>The field and the message's key for what is wrong; null when nothing is.</summary>
    public (string Field, string Message)? Fault()
    {
        if (Slag is not { } kind || !Enum.IsDefined(kind))
        {
            return (nameof(Slag), "Register_WayMissing");
        }

        var isGood = kind.IsPage ? Written.Length <= ServiceChannel.AddressMaxLength && ContactFields.IsHttps(Written)
            : kind.IsNumber ? Written.Length <= ServiceChannel.DisplayAddressMaxLength && ContactFields.IsNumber(ContactFields.Dialled(Written))
            : Written.Length is > 0 and <= ServiceChannel.DisplayAddressMaxLength;
        return !isGood ? (nameof(Adresse), kind.IsPage ? "Register_PageWrong" : kind.IsNumber ? "Register_NumberWrong" : "Register_PlaceWrong")
            : Hours.Length > 0 && !OpeningHours.TryParse(Hours, out _, out _) ? (nameof(Tider), "Register_HoursWrong")
            : null;
    }
}
