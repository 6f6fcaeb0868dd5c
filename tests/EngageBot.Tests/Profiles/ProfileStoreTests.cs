using EngageBot.Database;
using EngageBot.Profiles;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Profiles;

public sealed class ProfileStoreTests
{
    [Theory, EachEngine]
    public async Task Words_that_are_written_anew_take_the_place_of_their_notes(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var session = new WriteSession(database.Source);
        await session.BeginAsync(CancellationToken.None);
        var store = new ProfileStore(session);
        var noted = new CommunityWords(new WordCounts(), notes: 0);
        noted.Count([5]);
        await store.PutAsync(1, noted, CancellationToken.None);
        var due = new CommunityWords(noted.Counts, notes: 2_000);
        due.Count([6]);
        await store.PutAsync(1, due, CancellationToken.None);

        var words = (await store.WordsAsync(1, CancellationToken.None)).Counts;

        Assert.Equal((2, 1, 1), (words.Messages, words.ToArray()[5], words.ToArray()[6]));
    }
}
