using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;

namespace EngageBot.Tests.Onboarding;

/// <summary>A community that the bot has just come to, with a channel "mods" that only moderators see.</summary>
internal static class FirstMinutes
{
    public static async Task<LiveStory> BeginAsync(TestDatabase database, bool hasPlace = true, long people = 400, Func<CommunityRules, CommunityRules>? rules = null)
    {
        var story = await LiveStory.BeginAsync(database, rules, isLive: false);
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        await story.HappenAsync(Seen(story, hasPlace, people));
        return story;
    }

    public static CommunitySeen Seen(LiveStory story, bool hasPlace = true, long people = 400) => new(TestTime.Community, story.Clock.GetUtcNow())
    {
        ModeratorsChannel = hasPlace ? TestTime.Channel("mods") : null,
        People = people,
        Unreadable = ["vault"],
    };

    /// <summary>Three days ago somebody asked in "help" five times and was answered twice; in "second" nobody asked.</summary>
    public static async Task RememberAsync(LiveStory story)
    {
        for (var post = 0; post < 5; post++)
        {
            var at = TestTime.Noon.AddDays(-3).AddHours(post);
            await story.HappenAsync(A.Message($"how do I open box {post}?").Id(100 + (post * 10)).In("help").By($"asker{post}").At(at));
            if (post < 2)
            {
                await story.HappenAsync(A.Message("with a key, turn it to the left").Id(101 + (post * 10)).In("help").By("zoe").At(at.AddMinutes(20)).ReplyingTo(100 + (post * 10)));
            }
        }
    }

    public static IReadOnlyList<FakeMessage> In(LiveStory story, string channel) => [.. story.Platform.Standing.Where(sent => sent.To is null && sent.Place.Channel == TestTime.Channel(channel))];

    public static IReadOnlyList<FakeMessage> ToMembers(LiveStory story) => [.. story.Platform.Sent.Where(sent => sent.To is not null || sent.Place.Channel != TestTime.Channel("mods"))];

    public static CommandReply.Says Said(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply);

    public static Task<CommandReply> ModeratorTypesAsync(LiveStory story, string command, params (string Name, string Value)[] options) =>
        story.TypeAsync("mod", command, isModerator: true, options.ToDictionary(option => option.Name, option => option.Value));
}
