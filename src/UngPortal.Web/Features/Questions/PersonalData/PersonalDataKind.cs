namespace UngPortal.Features.Questions.PersonalData;

public enum PersonalDataKind
{
    Phone = 1,
    Email = 2,
    NationalId = 3,
    Address = 4,
    Handle = 5,
    Name = 6,

    /// <summary>A school, a club or where somebody lives: nothing to warn an asker of, but for the eyes of whoever publishes.</summary>
    Place = 7,

    /// <summary>A day or a year; likewise.</summary>
    Date = 8,

    /// <summary>An illness that few have; likewise.</summary>
    Diagnosis = 9,
}
