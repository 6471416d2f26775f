namespace UngPortal.Features.Publications;

public enum Sensitivity
{
    None = 0,
    Sensitive = 1,
    Crisis = 2,
}
