namespace UngPortal.Tests.Content;

/// <summary>A test that needs hunspell with the bokmål dictionary; shown as skipped where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HunspellFactAttribute : FactAttribute
{
    private static readonly string[] Dictionaries = ["/usr/share/hunspell/nb_NO.dic", "/usr/share/myspell/nb_NO.dic", "/usr/local/share/hunspell/nb_NO.dic", "/opt/homebrew/share/hunspell/nb_NO.dic"];

    public HunspellFactAttribute()
    {
        var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "hunspell"))) && Dictionaries.Any(File.Exists);
        if (!isThere)
        {
            Skip = "hunspell with nb_NO is not installed.";
        }
    }
}
