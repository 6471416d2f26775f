using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>What the editor's pickers send: what is searched for, and which button was pressed. Never saved.</summary>
public sealed class PickerForm
{
    private const int FieldMaxLength = 20_000;

    [StringLength(FieldMaxLength)]
    public string? RelatertSok { get; set; }

    [StringLength(FieldMaxLength)]
    public string? IllustrasjonSok { get; set; }

    [StringLength(FieldMaxLength)]
    public string? BilderSok { get; set; }

    [StringLength(FieldMaxLength)]
    public string? TjenesteSok { get; set; }

    /// <summary>What a button asks for: <c>opp:Relatert:slug</c>, <c>fjern:Bilder:navn</c>; anything else only searches.</summary>
    [StringLength(FieldMaxLength)]
    public string? Valg { get; set; }

    /// <summary>Does to the form's lists what the button asks for.</summary>
    public void ApplyTo(DraftForm form)
    {
        if ((Valg ?? "").Split(':') is not [var what, var field, var name])
        {
            return;
        }

        var list = field == "Relatert" ? form.Relatert : field == "Bilder" ? form.Bilder : field == "Tjenester" ? form.Tjenester : [];
        var at = list.IndexOf(name);
        var to = at + (what == "opp" ? -1 : what == "ned" ? 1 : 0);
        if (at >= 0 && what == "fjern")
        {
            list.RemoveAll(one => one == name);
        }
        else if (at >= 0 && to >= 0 && to < list.Count)
        {
            (list[at], list[to]) = (list[to], list[at]);
        }
    }
}
