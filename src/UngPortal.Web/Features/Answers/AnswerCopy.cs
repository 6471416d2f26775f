namespace UngPortal.Features.Answers;

/// <summary>A draft made ready to be kept: rendered, with its place in the lists worked out.</summary>
/// <param name="Draft">What a person checked.</param>
/// <param name="Html">Its sections, made safe.</param>
/// <param name="Topics">The numbers of its own topics, the most fitting first.</param>
/// <param name="Above">The numbers of the topics above those.</param>
/// <param name="MayBePopular">Whether it may stand among the most read.</param>
public sealed record AnswerCopy(AnswerDraft Draft, AnswerSections Html, IReadOnlyList<int> Topics, IReadOnlyList<int> Above, bool MayBePopular);
