using Microsoft.Extensions.Localization;
using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

public static class AskerLabel
{
    extension(IStringLocalizer texts)
    {
        /// <summary>Who asked: <c>Jente, 14</c>, or the age alone where the gender is not told.</summary>
        public string Asker(AskerGender gender, int ageFrom, int ageTo)
        {
            var age = new AgeBand(ageFrom, ageTo) is var band && ageFrom == ageTo ? $"{ageFrom}" : band.Label;
            return gender is AskerGender.Girl or AskerGender.Boy ? texts["Library_Asker", texts["Gender_" + gender].Value, age] : texts["Years", age];
        }
    }
}
