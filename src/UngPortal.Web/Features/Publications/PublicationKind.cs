namespace UngPortal.Features.Publications;

public enum PublicationKind
{
    Article = 1,
    Video = 2,
    Illustration = 3,
    Page = 4,
}
