namespace UngPortal.Features.Api.Asking;

/// <summary>What an endpoint takes; part of its metadata, so that reading and documentation can't part.</summary>
internal sealed record ApiParameterList(IReadOnlyList<ApiParameter> All);
