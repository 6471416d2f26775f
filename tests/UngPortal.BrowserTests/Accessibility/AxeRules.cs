namespace UngPortal.BrowserTests.Accessibility;

/// <summary>Which of axe's rules to run. A page is looked at in many ways, and a rule need not run again where nothing that it reads has changed.</summary>
internal enum AxeRules
{
    /// <summary>Every rule: for each width, with scripts and without, and each language.</summary>
    All,

    /// <summary>Contrast alone: where only the colours are other ones than those seen with <see cref="All"/>.</summary>
    Colours,

    /// <summary>All but contrast, <c>target-size</c> and <c>scrollable-region-focusable</c> among them: where colours have been seen, or can't be, since the device chooses them.</summary>
    Structure,
}
