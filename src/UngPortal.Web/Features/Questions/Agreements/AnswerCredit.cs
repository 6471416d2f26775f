using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Agreements;

/// <summary>For which organisation an answer counts: the author's; of several the one that is furthest behind with what it promised for the month.</summary>
public sealed class AnswerCredit(AgreementFigures figures)
{
    public async Task<int?> OrganisationOfAsync(StaffIdentity author, CancellationToken cancellationToken)
    {
        var own = author.OrganisationsAs(DeskAccess.Answerers);
        if (own.Count < 2)
        {
            return own.Count == 0 ? null : own[0];
        }

        var promising = (await figures.ReadAsync(own, cancellationToken)).Where(line => line.Promised > 0);
        return promising.OrderBy(line => line.Answered / line.Promised).ThenBy(line => line.Id).FirstOrDefault()?.Id ?? own.Min();
    }
}
