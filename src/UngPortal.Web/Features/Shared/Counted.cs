using Microsoft.Extensions.Localization;

namespace UngPortal.Features.Shared;

public static class Counted
{
    extension(IStringLocalizer texts)
    {
        /// <summary>A number with its noun: the text of the key, or of <c>…_One</c> where there is exactly one.</summary>
        public string Count(string key, int number) => number == 1 ? texts[key + "_One"] : texts[key, number];
    }
}
