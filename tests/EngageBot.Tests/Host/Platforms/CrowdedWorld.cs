using System.Text;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.TestKit;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Platforms;

/// <summary>A community with far more of everything than fits into a message, all of it called as long and as badly as can be, and rules that name all of it.</summary>
internal static class CrowdedWorld
{
    public const string Moderator = "mod";
    public const string Member = "zoe";

    private const int Channels = 700;
    private const int Posts = 40;

    private const string Promotion = "Big sale in our shop! Buy my new course now with 50% off, use the code BIRDS at https://shop.example/ref=pia";

    private static readonly TextBook English = TextBook.In("en");

    /// <summary>What platforms escape, and marks piled upon one another.</summary>
    public static string Named(string what, int number, int length = 100)
    {
        var name = new StringBuilder($"{what}{number}");
        while (name.Length < length)
        {
            name.Append(number % 3 == 0 ? "\u0301" : number % 3 == 1 ? "*_~`|" : "👩‍👧");
        }

        return ChatText.Clean(name.ToString()[..length]);
    }

    public static ChannelId Channel(int number) => TestTime.Channel($"C{number}");

    public static async Task<LiveStory> BeginAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, Rules);
        await story.HappenAsync(Enumerable.Range(0, Channels).Select(number => new ChannelSeen(TestTime.Community, TestTime.Noon, Channel(number))
        {
            Name = Named("channel", number), Visibility = ChannelVisibility.Everyone,
        }));
        await story.AgreeAsync([Member, .. Enumerable.Range(0, 12).Select(number => Named("helper", number, 30))]);
        await story.TypeAsync(Member, "helper", options: new Dictionary<string, string> { ["state"] = "on", ["topics"] = Named("topic", 1, 200), ["hours"] = "22:00-08:00", ["zone"] = "America/Argentina/ComodRivadavia" });
        await story.HappenAsync(Enumerable.Range(0, Posts).SelectMany(PostsIn));
        foreach (var hours in (int[])[1, 2, 24])
        {
            await story.SkipAsync(TimeSpan.FromHours(hours));
        }

        await story.HappenAsync(PostsIn(Posts)); // And some that are new.
        await SayManyAsync(story);
        return story;
    }

    /// <summary>Every list as long as it may be.</summary>
    private static CommunityRules Rules(CommunityRules rules)
    {
        IReadOnlyList<string> many = [.. Enumerable.Range(0, 450).Select(number => Named("channel", number))];
        return rules with
        {
            WatchedChannels = [CommunityRules.AllChannels, .. many],
            IgnoredChannels = [.. Enumerable.Range(600, 450).Select(number => Named("channel", number))],
            PromotionChannels = many,
            Channels = [.. many.Select(name => new ChannelRules { Channel = name, WaitAtLeast = TimeSpan.FromSeconds(2) })],
            Steps = [.. Enum.GetValues<LiveStep>().Select(step => new StepRules { Step = step, IsOn = true, Except = [.. many.Skip(200)] })],
            Bridges = [.. Enumerable.Range(0, 50).Select(number => Named("bridge", number))],
            AnsweredEmoji = [.. Enumerable.Range(0, 20).Select(number => $":{new string('e', 60)}{number}:")],
            SolvedTags = [.. Enumerable.Range(0, 20).Select(number => Named("tag", number))],
            Texts = OwnTexts.Names.ToDictionary(name => name, name => English[name] + new string('*', Math.Max(0, OwnTexts.MostOf(name) - English[name].Length))),
            HelperRole = Named("role", 1),
            ModeratorRole = Named("role", 4),
            ModeratorChannel = Named("channel", 1),
            DigestChannel = Named("channel", 4),
            IntroductionChannel = Named("channel", 7),
            QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(4, 0), "America/Argentina/ComodRivadavia"),
            SuggestsIntroductions = true,
        };
    }

    private static IEnumerable<ChatEvent> PostsIn(int number)
    {
        var author = Named("author", number, 32);
        yield return A.Message($"how do I open {Named("box", number, 400)}?").Id(10_000 + number).By(author).In($"C{number}").At(TestTime.Noon.AddSeconds(number)).Build();
        yield return A.Message($"{Promotion} {Named("shop", number, 200)}").Id(20_000 + number).By(author).In($"C{number + 1}").At(TestTime.Noon.AddSeconds(number)).Build();
    }

    /// <summary>Messages of every form to the same member, about whom platforms had much to say.</summary>
    private static Task SayManyAsync(LiveStory story) => story.Database.ExecuteAsync(
        $"""
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000)
        INSERT INTO outbox (id, community, kind, channel, member, subject, text, revision, sent_revision, state, reason, outcome, planned_at, expires_at, sent_at, attempts, message)
        SELECT 100000 + n, k.id, 1 + n % 16, (SELECT c.id FROM channels c WHERE c.community = k.id AND c.platform_id = 'C' || (n % 9)), m.id, 1000000 + n,
            '', 1, 1, {OutboxState.Sent:D}, 'Because.', @outcome, @now, @now, @now, 1, 900000 + n
        FROM numbers, communities k JOIN members m ON m.community = k.id AND m.platform_id = '{Member}'
        """,
        new { outcome = Named("Refused: ", 1, 400), now = story.Clock.GetUtcNow().ToUnixTimeMilliseconds() });
}
