using UngPortal.Features.Questions.Desk;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>Who leaves one after another comes past all of them before the first again.</summary>
public sealed class PileTests
{
    [Fact]
    public void Next_AfterEachThatWasLeft_GoesThroughAllAndBeginsAnew()
    {
        List<Guid> pile = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

        Assert.Equal([pile[0], pile[1], pile[2], pile[0]], new Guid?[] { null, pile[0], pile[1], pile[2] }.Select(left => Pile.Next(pile, left)!.Value));
        Assert.Equal(pile[0], Pile.Next(pile, Guid.NewGuid()));
        Assert.Null(Pile.Next([], pile[0]));
    }
}
