namespace UngPortal.Features.Safety.Detecting;

/// <summary>A pattern file says something that can't be read. The message names file and line.</summary>
internal sealed class PatternFormatException(string file, int line, string fault) : FormatException($"{file}, line {line}: {fault}");
