using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Tests.Architecture;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Communities;

public sealed class CommunitySizeTests
{
    [Theory, EachEngine]
    public async Task A_community_has_as_many_people_as_its_platform_counts_or_as_are_known_and_have_not_left(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await story.AgreeAsync("bob", "cid", "dan", "eve");
        await database.ExecuteAsync("UPDATE members SET is_bot = 1 WHERE platform_id = 'bob'");
        await database.ExecuteAsync("UPDATE members SET left_at = 1 WHERE platform_id = 'cid'");
        Assert.Equal((2L, 2L), await SizesAsync(database));

        await database.ExecuteAsync("UPDATE communities SET people = 5000");
        Assert.Equal((5000L, 5000L), await SizesAsync(database));
    }

    /// <summary>Two places that count would soon count two ways.</summary>
    [Fact]
    public void Nobody_else_decides_how_many_people_a_community_has() => Assert.Equal(
        ["CommunitySize.cs"],
        Repository.Files("EngageBot").Where(file => File.ReadAllText(file) is var text
            && (text.Contains("COALESCE(k.people", StringComparison.Ordinal) || text.Contains("LIMIT 10001", StringComparison.Ordinal))).Select(Path.GetFileName));

    private static async Task<(long, long)> SizesAsync(TestDatabase database)
    {
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        return (await CommunitySize.OfAsync(session, 1, CancellationToken.None), await new CommunitySwitch(database.Source).PeopleAsync(TestTime.Community, CancellationToken.None));
    }
}
