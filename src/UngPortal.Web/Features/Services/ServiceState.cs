namespace UngPortal.Features.Services;

public enum ServiceState
{
    Listed,
    Withdrawn,
}
