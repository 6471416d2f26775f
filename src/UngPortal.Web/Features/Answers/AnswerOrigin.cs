namespace UngPortal.Features.Answers;

public enum AnswerOrigin
{
    /// <summary>Made up by us from what many wonder about, and answered with a language model.</summary>
    Starter = 0,

    /// <summary>Asked by a young person and answered by a person.</summary>
    Asked = 1,
}
