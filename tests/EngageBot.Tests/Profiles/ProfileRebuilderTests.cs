using EngageBot.Chat;
using EngageBot.Profiles;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Profiles;

/// <summary>Profiles that are lost come back from the messages.</summary>
public sealed class ProfileRebuilderTests
{
    private const string Profiles = "SELECT m.platform_id, p.profile FROM member_profiles p JOIN members m ON m.id = p.member ORDER BY m.platform_id";
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory, EachEngine]
    public async Task Deleted_profiles_and_words_are_the_same_after_the_next_start(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(History());
        var before = await ProfilesAsync(database);
        await database.ExecuteAsync("DELETE FROM member_profiles");
        await database.ExecuteAsync("DELETE FROM community_words");
        await database.ExecuteAsync("DELETE FROM community_word_notes");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("hello").Id(99).By("new").At(Noon.AddDays(9)));

        var after = await ProfilesAsync(database);
        Assert.Equal(["ada", "bob", "eve"], before.Keys);
        Assert.Equal(["ada", "bob", "eve", "new"], after.Keys);
        Assert.All(before, member => Assert.Equal(member.Value, after[member.Key]));
    }

    [Theory, EachEngine]
    public async Task One_profile_is_made_anew_and_goes_on_with_what_comes_and_the_others_stay(TestEngine engine)
    {
        ChatEvent next = A.Message("and the printer?").Id(99).By("bob").At(Noon.AddDays(9));
        var (whole, lost) = (await TestDatabase.CreateAsync(engine), await TestDatabase.CreateAsync(engine));
        await using var wholes = new TestPipeline(whole);
        await using var losts = new TestPipeline(lost);
        await wholes.HandleAsync(History());
        await losts.HandleAsync(History());
        await lost.ExecuteAsync("DELETE FROM member_profiles WHERE member = (SELECT id FROM members WHERE platform_id = 'bob')");
        await losts.RestartAsync();
        await wholes.HandleAsync(next);
        await losts.HandleAsync(next);

        Assert.Equal(await ProfilesAsync(whole), await ProfilesAsync(lost));
        await whole.DisposeAsync();
        await lost.DisposeAsync();
    }

    [Theory, EachEngine]
    public async Task Where_the_text_is_gone_counts_stay_and_of_topics_the_sites(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(History());
        var before = await FindAsync(database, "bob");
        await database.ExecuteAsync("UPDATE messages SET text = NULL");
        await database.ExecuteAsync("DELETE FROM member_profiles");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("hello").Id(99).By("new").At(Noon.AddDays(9)));

        var after = (await FindAsync(database, "bob"))!;
        Assert.Equal((before!.Lines, before.Answers, before.Helped, before.Asks), (after.Lines, after.Answers, after.Helped, after.Asks));
        Assert.Equal(before.Hours.ToArray(), after.Hours.ToArray());
        Assert.Equal(before.Channels.ToArray(), after.Channels.ToArray());
        Assert.Equal([TopicWords.OfSite("printers.example")], after.Written.Words.ToArray());
        Assert.Equal(0, after.Answered.Count);
    }

    [Theory, EachEngine]
    public async Task Where_the_text_is_gone_the_history_read_again_brings_the_topics_back(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(History());
        var before = await ProfilesAsync(database);
        await database.ExecuteAsync("UPDATE messages SET text = NULL");
        await pipeline.DisposeAsync();

        for (var time = 0; time < 2; time++)
        {
            var (profiles, reread) = await RenewAsync(database, History());
            Assert.Equal((3, 6), (profiles, reread));
            Assert.Equal(before, await ProfilesAsync(database));
        }

        Assert.Equal(0, await database.CountAsync("messages WHERE text IS NOT NULL"));
    }

    [Fact]
    public async Task What_was_deleted_is_not_learnt_again_and_other_communities_keep_theirs()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(History());
        await pipeline.HandleAsync(new MessageDeleted(TestTime.Community, Noon.AddDays(4), TestTime.Channel("general")) { Id = new MessageId(7) });
        await pipeline.DisposeAsync();
        await database.ExecuteAsync("UPDATE messages SET text = NULL");

        await RenewAsync(database, History());
        Assert.DoesNotContain(TopicWord("violin"), (await FindAsync(database, "bob"))!.Written.Words.ToArray());
        Assert.Contains(TopicWord("violin"), (await FindAsync(database, "eve"))!.Written.Words.ToArray());

        var ours = await ProfilesAsync(database);
        await RenewAsync(database, A.Message("hello").Build() with { Community = new CommunityId(Platform.Discord, "other") });
        Assert.Equal(ours, await ProfilesAsync(database));
    }

    [Fact]
    public async Task Nobody_who_opted_out_and_no_bot_is_profiled_by_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var pipeline = new TestPipeline(database);
        await pipeline.HandleAsync(History());
        await database.ExecuteAsync("DELETE FROM member_profiles");
        await database.ExecuteAsync("UPDATE members SET opted_out_at = 1 WHERE platform_id = 'ada'");
        await database.ExecuteAsync("UPDATE members SET is_bot = 1 WHERE platform_id = 'bob'");
        await pipeline.RestartAsync();
        await pipeline.HandleAsync(A.Message("hello").Id(99).By("new").At(Noon.AddDays(9)));

        Assert.Equal(["eve", "new"], (await ProfilesAsync(database)).Keys);
    }

    private static Task<(int Profiles, int Reread)> RenewAsync(TestDatabase database, params ChatEvent[] history) =>
        new ProfileRenewal(database.Source).RunAsync(history.ToAsyncEnumerable(), progress: null, CancellationToken.None);

    private static uint TopicWord(string word)
    {
        var words = new uint[TopicWords.Most];
        Assert.Equal(1, TopicWords.Read(word, words));
        return words[0];
    }

    private static ChatEvent[] History() =>
    [
        new ChannelSeen(TestTime.Community, Noon, TestTime.Channel("general")) { Name = "general", Visibility = ChannelVisibility.Everyone },
        A.Message("my printer is broken, help?").Id(1).By("ada").At(Noon),
        A.Message("turn it around, see https://printers.example/manual").Id(2).By("bob").ReplyingTo(1).At(Noon.AddMinutes(4)),
        A.Message("thank you").Id(3).By("ada").ReplyingTo(2).At(Noon.AddHours(5)),
        A.Message("beep").Id(4).By("beeper").With(MessageTraits.Bot).At(Noon.AddHours(6)),
        A.Message("quiet printer").Id(5).By("bob").In("staff").At(Noon.AddDays(2)),
        A.Message("who has a violin?").Id(6).By("eve").At(Noon.AddDays(3)),
        A.Message("the violin is mine").Id(7).By("bob").ReplyingTo(6).At(Noon.AddDays(3).AddHours(1)),
    ];

    private static async Task<SortedDictionary<string, string>> ProfilesAsync(TestDatabase database)
    {
        SortedDictionary<string, string> profiles = new(StringComparer.Ordinal);
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Profiles;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            profiles.Add(reader.GetString(0), Convert.ToHexString(reader.GetFieldValue<byte[]>(1)));
        }

        return profiles;
    }

    private static async Task<MemberProfile?> FindAsync(TestDatabase database, string member) =>
        ProfileBytes.Read(Convert.FromHexString((await ProfilesAsync(database))[member]));
}
