namespace UngPortal.Features.Services;

/// <summary>What ways to reach a service have in common.</summary>
public static class ChannelKinds
{
    extension(ChannelKind kind)
    {
        /// <summary>Whether its address is a page that is opened.</summary>
        public bool IsPage => kind is ChannelKind.Chat or ChannelKind.Video or ChannelKind.Web;

        /// <summary>Whether its address is a number that is dialled.</summary>
        public bool IsNumber => kind is ChannelKind.Phone or ChannelKind.Sms;

        /// <summary>Whether one talks with somebody there.</summary>
        public bool IsTalk => kind is ChannelKind.Phone or ChannelKind.Video;
    }
}
