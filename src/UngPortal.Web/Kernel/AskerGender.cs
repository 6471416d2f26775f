namespace UngPortal.Features.Questions;

public enum AskerGender
{
    NotSaid = 0,
    Girl = 1,
    Boy = 2,
    Other = 3,
}
