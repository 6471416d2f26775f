namespace UngPortal.Features.Publications;

public sealed class PublicationTopic
{
    public int PublicationId { get; private set; }

    public required int TopicId { get; init; }
}
