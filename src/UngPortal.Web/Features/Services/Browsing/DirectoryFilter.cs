using UngPortal.Features.Topics;

namespace UngPortal.Features.Services.Browsing;

/// <summary>What somebody narrows the directory of services to.</summary>
public sealed record DirectoryFilter(Topic? Topic, ChannelKind? Way, bool IsOpenNow)
{
    /// <summary>The word that stands for those that are open now.</summary>
    public const string Now = "na";

    /// <summary>The words of addresses.</summary>
    public static readonly IReadOnlyList<(string Word, ChannelKind Kind)> Ways =
        [("telefon", ChannelKind.Phone), ("chat", ChannelKind.Chat), ("video", ChannelKind.Video), ("sms", ChannelKind.Sms), ("nett", ChannelKind.Web)];

    /// <summary>Whether the service is about the topic or one below it, and can be reached in the wanted way, now if that is asked for.</summary>
    public bool Takes(ServiceCard card, TopicTree tree) =>
        (Topic is not { } wanted || card.Topics.Any(slug => tree.Find(slug) is { } own && own.IsWithin(wanted)))
        && card.Ways.Any(way => (Way is null || way.Kind == Way) && (!IsOpenNow || way.IsOpen));
}
