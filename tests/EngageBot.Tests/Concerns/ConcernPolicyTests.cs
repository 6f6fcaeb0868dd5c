using EngageBot.Chat;
using EngageBot.Concerns;
using EngageBot.TestKit;

namespace EngageBot.Tests.Concerns;

public sealed class ConcernPolicyTests
{
    /// <summary>Posts by their kinds; crises told today; hours since the bundles of today; what goes out, by the places of the posts.</summary>
    [Theory]
    [InlineData("x", 0, "", "0")]
    [InlineData("cxs", 0, "", "1,02")] // Somebody in a crisis does not wait, and stands alone.
    [InlineData("xx", 0, "1 2 3", "0,1")]
    [InlineData("cs", 0, "", "01")]
    [InlineData("cs", 0, "5", "01")]
    [InlineData("cs", 0, "3", "")] // Too soon after the last.
    [InlineData("cs", 0, "5 10 15", "")] // Enough for a day.
    [InlineData("xx", 9, "", "0,1")]
    [InlineData("xxx", 10, "", "012")] // So many crises are none.
    [InlineData("cccccccccccc", 0, "", "0123456789")] // The rest comes with the next.
    [InlineData("", 0, "", "")]
    public void A_crisis_goes_at_once_and_the_others_together_a_few_times_a_day(string kinds, int crises, string bundles, string messages)
    {
        ConcernPost[] posts = [.. kinds.Select((kind, at) => Post(at, kind))];
        var told = new ConcernsTold(crises, [.. bundles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hours => TestTime.Noon - TimeSpan.FromHours(int.Parse(hours, System.Globalization.CultureInfo.InvariantCulture)))]);
        var planned = ConcernPolicy.Plan(posts, told, TestTime.Noon).Select(message => string.Concat(message.Select(post => post.Message)));
        Assert.Equal(messages, string.Join(',', planned));
    }

    private static ConcernPost Post(long key, char kind) => new(
        key, 1, kind switch { 'x' => PostKind.Crisis, 'c' => PostKind.Complaint, _ => PostKind.Scam }, "help", new MessagePlace(TestTime.Channel("help"), null, new MessageId(key)));
}
