namespace UngPortal.Features.Questions.Answering;

/// <summary>An answer with the ticks of the checklist: what its author, or whoever corrects it, stands for.</summary>
public abstract class CheckedFields : AnswerFields
{
    public bool SvarerPa { get; set; }

    public bool IkkeDiagnose { get; set; }

    public bool IkkeMetode { get; set; }

    /// <summary>The marked words were looked at and may stay.</summary>
    public bool Sett { get; set; }

    public bool HasTicks => SvarerPa && IkkeDiagnose && IkkeMetode;
}
