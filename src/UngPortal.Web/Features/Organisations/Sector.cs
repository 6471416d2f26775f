namespace UngPortal.Features.Organisations;

public enum Sector
{
    State = 1,
    County = 2,
    Municipality = 3,
    CivilSociety = 4,
    Private = 5,
}
