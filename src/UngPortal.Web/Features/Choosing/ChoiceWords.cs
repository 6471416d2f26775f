namespace UngPortal.Features.Choosing;

/// <summary>How soon somebody needs help.</summary>
public enum Haste
{
    /// <summary>Somebody is in danger now.</summary>
    Now,

    /// <summary>It can't wait long.</summary>
    Today,

    /// <summary>It can wait.</summary>
    Later,
}

/// <summary>How somebody would like to get help.</summary>
public enum Manner
{
    Read,
    Write,
    Talk,
    Meet,
}

/// <summary>The words of addresses for what was chosen.</summary>
public static class ChoiceWords
{
    /// <summary>Stands for somebody who can't say what it is about.</summary>
    public const string Anything = "vet-ikke";

    /// <summary>From the most urgent on.</summary>
    public static readonly IReadOnlyList<(string Word, Haste Haste)> Hastes = [("na", Haste.Now), ("i-dag", Haste.Today), ("senere", Haste.Later)];

    /// <summary>From the one that takes least courage on.</summary>
    public static readonly IReadOnlyList<(string Word, Manner Manner)> Manners = [("lese", Manner.Read), ("skrive", Manner.Write), ("snakke", Manner.Talk), ("mote", Manner.Meet)];
}
