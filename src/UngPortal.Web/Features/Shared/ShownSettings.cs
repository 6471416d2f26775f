using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Shared;

/// <summary>The settings that a text may show with <c>[[innstilling:…]]</c>.</summary>
public sealed class ShownSettings(IOptions<ControllerOptions> controller, IStringLocalizer<Ui> texts)
{
    /// <summary>The setting's text, with an address where it is one; null when there is no such setting.</summary>
    public IReadOnlyList<RefPiece>? Of(string key) => key switch
    {
        "behandlingsansvarlig" => [new RefPiece(Given(controller.Value.Name) ?? texts["Controller_NoName"])],
        "kontakt" => [Given(controller.Value.Contact) is { } contact ? new RefPiece(contact, AddressOf(contact)) : new RefPiece(texts["Controller_NoContact"])],
        "loggdager" => [new RefPiece(controller.Value.LogRetentionDays is { } days ? texts.Count("Controller_LogDays", days) : texts["Controller_NoLogDays"])],
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? AddressOf(string contact) =>
        contact.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? contact
        : contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(' ', StringComparison.Ordinal) ? $"mailto:{contact}"
        : null;
}
