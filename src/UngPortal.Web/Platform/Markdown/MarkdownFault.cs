namespace UngPortal.Platform.Markdown;

/// <summary>What may be wrong with a text; whoever shows it says it in their own words.</summary>
public enum MarkdownFault
{
    /// <summary>A phone number; it belongs in the register.</summary>
    Phone = 1,

    /// <summary>A reference in double brackets that nobody understands.</summary>
    Reference = 2,

    /// <summary>An image put in by its address.</summary>
    Image = 3,

    /// <summary>A reference inside a link.</summary>
    ReferenceInLink = 4,

    /// <summary>A box without a name.</summary>
    BoxWithoutName = 5,

    /// <summary>A box of a kind that isn't known.</summary>
    BoxUnknown = 6,

    /// <summary>An embed without a slug.</summary>
    EmbedSlug = 7,

    /// <summary>A quote with a title.</summary>
    QuoteTitle = 8,

    /// <summary>A box that needs a title.</summary>
    BoxTitle = 9,

    /// <summary>A box that isn't closed.</summary>
    BoxOpen = 10,

    /// <summary>More than a plain caption inside an embed.</summary>
    EmbedContent = 11,

    /// <summary>Three boxes in each other.</summary>
    BoxDepth = 12,

    /// <summary>A heading of a level that texts don't have.</summary>
    HeadingLevel = 13,

    /// <summary>A heading two levels below the one before.</summary>
    HeadingJump = 14,

    /// <summary>A heading without words.</summary>
    HeadingEmpty = 15,

    /// <summary>An address that can't be linked to.</summary>
    Address = 16,

    /// <summary>A phone link.</summary>
    PhoneLink = 17,

    /// <summary>A link to another site.</summary>
    LinkOut = 18,

    /// <summary>A text longer than the limit.</summary>
    TooLong = 19,

    /// <summary>Too many marks for the parser.</summary>
    TooDense = 20,

    /// <summary>Nested deeper than the parser goes.</summary>
    TooDeep = 21,

    /// <summary>The machine was too slow.</summary>
    TooSlow = 22,
}
