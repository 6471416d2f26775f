using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;

namespace UngPortal.Features.MailView;

public sealed partial class MailModel(PortalDbContext db, MailText texts) : PageModel
{
    public Head Mail { get; private set; } = new("", "", "", MailState.Waiting);

    /// <summary>The text in pieces, so that its links can be followed.</summary>
    public IReadOnlyList<(string Text, bool IsLink)> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Mail = new Head(found.Subject, found.Recipient, found.MessageId, found.State);
        Parts = [.. Pieces(texts.Read(found))];
        return Page();
    }

    private static IEnumerable<(string Text, bool IsLink)> Pieces(string text)
    {
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            yield return (text[at..link.Index], false);
            yield return (link.Value, true);
            at = link.Index + link.Length;
        }

        yield return (text[at..], false);
    }

    [GeneratedRegex("https?://[^\\s<>\"]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Link();

    public sealed record Head(string Subject, string Recipient, string MessageId, MailState State);
}
