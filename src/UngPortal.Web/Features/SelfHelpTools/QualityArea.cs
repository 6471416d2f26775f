namespace UngPortal.Features.SelfHelpTools;

/// <summary>The four areas of quality. Source: product/tools.md, after ISO/TS 82304-2.</summary>
public enum QualityArea
{
    Safety = 1,
    Use = 2,
    Data = 3,
    Build = 4,
}
