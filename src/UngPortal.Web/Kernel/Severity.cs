namespace UngPortal.Kernel;

/// <summary>How urgent something written is. Source: product/safety.md. A higher number is more urgent.</summary>
public enum Severity
{
    /// <summary>General.</summary>
    Green = 0,

    /// <summary>Hard, not acute; also somebody who worries about another.</summary>
    Yellow = 1,

    /// <summary>Violence, abuse, coercion, acute crisis, self-harm or suicidal thoughts.</summary>
    Red = 2,
}
