using UngPortal.Features.Organisations;

namespace UngPortal.Tests.Features.Organisations;

public sealed class OrganisationTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void Agree_OnDaysThatAreTaken_Throws()
    {
        var organisation = With(Agreement.Between(Day, Day.AddDays(10), "A"));

        Assert.Throws<InvalidOperationException>(() => organisation.Agree(Agreement.Between(Day.AddDays(10), Day.AddDays(20), "B")));
        organisation.Agree(Agreement.Between(Day.AddDays(11), Day.AddDays(20), "B"));
        Assert.Equal(2, organisation.Agreements.Count);
    }

    [Fact]
    public void Between_WithTheEndBeforeTheBeginning_Throws() => Assert.Throws<InvalidOperationException>(() => Agreement.Between(Day, Day.AddDays(-1), "A"));

    [Fact]
    public void EndAgreement_OutsideItsDays_Throws()
    {
        var organisation = With(Agreement.Between(Day, Day.AddDays(10), "A"));

        Assert.Throws<InvalidOperationException>(() => organisation.EndAgreement(0, Day.AddDays(11)));
        Assert.Throws<InvalidOperationException>(() => organisation.EndAgreement(0, Day.AddDays(-1)));
        organisation.EndAgreement(0, Day);
        Assert.False(organisation.HasAgreementOn(Day.AddDays(1)));
    }

    [Theory]
    [InlineData(0, 1, Room.Free)]
    [InlineData(0, 2, Room.Full)]
    [InlineData(11, 0, Room.NoAgreement)]
    [InlineData(-1, 0, Room.NoAgreement)]
    public void Admit_ByDayAndPeople_SaysWhetherThereIsRoom(int day, int people, Room expected) =>
        Assert.Equal(expected, With(Agreement.Between(Day, Day.AddDays(10), "A", peopleMost: 2)).Admit(Day.AddDays(day), people));

    private static Organisation With(Agreement agreement)
    {
        var organisation = new Organisation { Number = "974761076" };
        organisation.Agree(agreement);
        return organisation;
    }
}
