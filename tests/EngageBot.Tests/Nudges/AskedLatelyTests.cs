using EngageBot.Nudges;

namespace EngageBot.Tests.Nudges;

public sealed class AskedLatelyTests
{
    private const long Now = 1_000_000_000;
    private const long Minute = 60_000;

    [Theory]
    [InlineData(30, 29, true)]
    [InlineData(30, 30, false)]
    [InlineData(3_000, 359, true)]
    [InlineData(3_000, 360, false)] // Six hours at most.
    [InlineData(30, -360, false)] // The clock was set back.
    public void Nobody_is_passed_over_for_longer_than_he_must_be_or_some_hours(int freeAfter, int lookedAfter, bool was)
    {
        var lately = new AskedLately();
        lately.Note(7, Now + (freeAfter * Minute), Now);
        Assert.Equal(was, lately.Was(7, Now + (lookedAfter * Minute)));
        Assert.False(lately.Was(8, Now));
    }
}
