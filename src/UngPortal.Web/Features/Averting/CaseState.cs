namespace UngPortal.Features.Averting;

/// <summary>How far a case has come. Source: product/safety.md, "Duty to avert".</summary>
/// <remarks>
/// <code>
/// Open ──assess──▶ AwaitingSecond ──confirm──▶ Decided ──close──▶ Closed
///   │               ▲        │                  ▲  │ │
///   │            assess   disagree              │  │ └─assess──▶ AwaitingSecond
///   │               │        ▼                  │  │
///   │               └──── Disputed              │  └─act alone──▶ ActedAlone
///   │                      ▲   │                │
///   │                 disagree act alone        │
///   │                      │   ▼                │
///   └──act alone──────▶ ActedAlone ──confirm────┘
/// </code>
/// </remarks>
public enum CaseState
{
    Open = 1,

    /// <summary>One person has assessed it; a second reads it before anything is done.</summary>
    AwaitingSecond = 2,

    /// <summary>Minutes mattered and one person has acted; a second documents it within the deadline.</summary>
    ActedAlone = 3,

    /// <summary>The second person sees it otherwise: somebody must assess it anew.</summary>
    Disputed = 4,
    Decided = 5,
    Closed = 6,
}
