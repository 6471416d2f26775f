namespace UngPortal.Features.Questions;

/// <summary>Where in an answer a snippet belongs; named as the editor's fields.</summary>
public enum SnippetSection
{
    Hilsen = 1,
    Kort = 2,
    Forklaring = 3,
    Gjor = 4,
    Avslutning = 5,
}
