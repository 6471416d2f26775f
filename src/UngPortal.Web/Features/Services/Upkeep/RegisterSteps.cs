using UngPortal.Platform.Mail;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>The steps that a service takes by the press of one button.</summary>
public static class RegisterSteps
{
    public const string Confirm = "bekreft";
    public const string Hide = "skjul";
    public const string Show = "vis";
    public const string Name = "kontakt";

    /// <summary>Takes the step. Returns the audit trail's word for it, or the key of what is in its way.</summary>
    public static (string? Done, string? Problem) Take(Service service, string? step, string email, DateOnly today)
    {
        switch (step)
        {
            case Confirm:
                service.Assure(today);
                return ("service-assured", null);
            case Hide when service.State == ServiceState.Listed:
                service.Withdraw();
                return ("service-withdrawn", null);
            case Show when service.State == ServiceState.Withdrawn && service.MeetsAllCriteria:
                service.Relist();
                return ("service-listed", null);
            case Show when service.State == ServiceState.Withdrawn:
                return (null, "Register_CriteriaFirst");
            case Name when email.Length == 0 || MailPost.IsAddress(email):
                service.NameAssurer(email.Length == 0 ? null : email);
                return ("service-assurer-named", null);
            case Name:
                return (null, "Register_EmailWrong");
            default:
                return (null, "Register_NoSuchStep");
        }
    }
}
