using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Averting;

/// <summary>Tells safeguarding officers, and whoever opened the case, that it waits for them. Never a word of what it is about.</summary>
public sealed class CaseMails(StaffOnDuty staff, MailPost post, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site)
{
    /// <summary>Adds the mails to the change that is about to be saved, where the case now waits for somebody.</summary>
    public async Task PostAsync(AvertingCase one, int? exceptId, CancellationToken cancellationToken)
    {
        var key = one switch
        {
            { State: CaseState.ActedAlone, ToldLateAt: not null } => "AvertingMail_Late",
            { State: CaseState.ActedAlone } => "AvertingMail_ActedAlone",
            { State: CaseState.AwaitingSecond } => "AvertingMail_AwaitingSecond",
            { State: CaseState.Disputed } => "AvertingMail_Disputed",
            { State: CaseState.Open } => "AvertingMail_Open",
            _ => null,
        };
        if (key is null)
        {
            return;
        }

        var (subject, text) = MailLanguage.InBokmal(() => (texts["AvertingMail_Subject"].Value, string.Join('\n', texts[key].Value, "", site.Value.Absolute($"/admin/avverging/{one.Id}"), "", texts["AvertingMail_NoText"].Value)));
        foreach (var person in (await staff.WithAsync(CaseDesk.Handlers, cancellationToken)).Where(person => person.Id != exceptId && (person.Is(StaffRole.SafeguardingOfficer) || person.Id == one.OpenedById)))
        {
            post.Post(person.Email, subject, text);
        }
    }
}
