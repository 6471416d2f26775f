using UngPortal.Features.Services;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Publications;

/// <summary>A service inside a sentence, in the language of the sentence. A number is called straight from it; what has other ways too, or no such number, leads to the register.</summary>
/// <param name="textLanguage">The code of the language that the sentence is in.</param>
/// <param name="register">The address of the register in the page's language.</param>
/// <param name="call">How the sentence's language says "call".</param>
public sealed class ServiceMention(string textLanguage, string register, string call)
{
    public IReadOnlyList<RefPiece> Of(HelpNowEntry entry)
    {
        var inRegister = $"{register}#{entry.Slug}";
        var words = entry.InText?.In(textLanguage) is { Length: > 0 } inText ? inText : entry.Name.In(textLanguage);
        var phone = entry.Channels.FirstOrDefault(channel => channel.Kind == ChannelKind.Phone && Ends(words, channel.DisplayAddress));
        if (phone is null)
        {
            return [new RefPiece(ServiceCards.Unbroken(words), inRegister)];
        }

        var number = ServiceCards.Unbroken(phone.DisplayAddress);
        if (entry.Channels.All(channel => channel.Kind == ChannelKind.Phone))
        {
            return [new RefPiece(ServiceCards.Unbroken(words), phone.Href(), $"{call} {words}")];
        }

        var name = words[..words.IndexOf(phone.DisplayAddress, StringComparison.Ordinal)].TrimEnd('(', ' ');
        return [new RefPiece(name, inRegister), new RefPiece(" ("), new RefPiece(number, phone.Href(), $"{call} {phone.DisplayAddress}"), new RefPiece(")")];
    }

    private static bool Ends(string words, string number) => words.TrimEnd(')').EndsWith(number, StringComparison.Ordinal);
}
