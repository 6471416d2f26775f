namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>What is wrong, and where it stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record ReadFault(string File, int Line, ImportFault Fault);
