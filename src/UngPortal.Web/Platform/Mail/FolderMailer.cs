using MimeKit;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Mail;

/// <summary>Writes mails as <c>.eml</c> files into the data folder, for machines without a mail server. The same mail is the same file.</summary>
internal sealed class FolderMailer(DataFolder folder) : IMailer
{
    public const string Folder = "mail";

    public string Destination => $"mail into the folder {folder.PathOf(Folder)}";

    public async Task SendAsync(MimeMessage letter, CancellationToken cancellationToken)
    {
        var path = folder.PathOf(Folder, $"{letter.MessageId!.Split('@')[0]}.eml");
        await letter.WriteToAsync(path + ".part", cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }
}
