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
            { State: CaseState.ActedAlone } => "AvertingMail_ActedAlone",
            { State: CaseState.AwaitingSecond } => "AvertingMail_AwaitingSecond",
            { State: CaseState.Disputed } => "AvertingMail_Disputed",
            { State: CaseState.Open } => "AvertingMail_Open",
            { State: CaseState.Decided, Entries: [.., { Step: CaseStep.Confirm }] } => "AvertingMail_Decided",
            _ => null,
        };
        if (key is not null)
        {
            var people = await staff.WithAsync(CaseDesk.Handlers, cancellationToken);
            Post(people.Where(person => person.Id != exceptId && IsConcerned(person, one)), "AvertingMail_Subject", Lines(one, () => [texts[key]]));
        }
    }

    /// <summary>Tells again of a case that stands still; from the second time also chief editors, who can find somebody when nobody of those is there.</summary>
    public async Task PostAgainAsync(AvertingCase one, CancellationToken cancellationToken)
    {
        var people = await staff.WithAsync([.. CaseDesk.Handlers, StaffRole.ChiefEditor], cancellationToken);
        var concerned = people.Where(person => IsConcerned(person, one)).ToList();
        Post(concerned, "AvertingMail_Subject", Lines(one, () => one.State == CaseState.ActedAlone ? [texts["AvertingMail_Late"]] : [texts["AvertingMail_Still", At(one.MovedAt)], texts[$"CaseState_{one.State}_Next"]]));
        if (one.ToldLateAt is not null)
        {
            var chiefs = people.Where(person => person.Is(StaffRole.ChiefEditor)).Except(concerned);
            Post(chiefs, "AvertingMail_ChiefSubject", MailLanguage.InBokmal(() => string.Join('\n', texts["AvertingMail_Chief", At(one.OpenedAt), At(one.MovedAt)].Value, "", texts["AvertingMail_NoText"].Value)));
        }
    }

    private static bool IsConcerned(StaffOnDuty.Person person, AvertingCase one) => person.Is(StaffRole.SafeguardingOfficer) || (person.Id == one.OpenedById && person.Is(CaseDesk.Handlers));

    private static string At(DateTime utc) => utc.ToOslo(Language.Bokmal.Culture);

    private string Lines(AvertingCase one, Func<IReadOnlyList<LocalizedString>> first) =>
        MailLanguage.InBokmal(() => string.Join('\n', [.. first().Select(line => line.Value), "", site.Value.Absolute($"/admin/avverging/{one.Id}"), "", texts["AvertingMail_NoText"].Value]));

    private void Post(IEnumerable<StaffOnDuty.Person> people, string subjectKey, string text)
    {
        var subject = MailLanguage.InBokmal(() => texts[subjectKey].Value);
        foreach (var person in people)
        {
            post.Post(person.Email, subject, text);
        }
    }
}
