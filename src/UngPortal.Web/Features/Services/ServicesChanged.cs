namespace UngPortal.Features.Services;

/// <summary>The outbox message that the register has changed: the copy for "Få hjelp nå" is taken anew and the index rebuilt.</summary>
public static class ServicesChanged
{
    public const string Kind = "services-changed";
}
