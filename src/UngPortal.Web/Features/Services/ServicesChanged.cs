namespace UngPortal.Features.Services;

/// <summary>The outbox message that the register has changed: copies of it are taken anew. Its key is the slug of the service, or <see cref="All"/>.</summary>
public static class ServicesChanged
{
    public const string Kind = "services-changed";

    /// <summary>The key when so much has changed that the search index is built anew.</summary>
    public const string All = "all";
}
