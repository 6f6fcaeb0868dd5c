using System.Reflection;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.TestKit;

namespace EngageBot.Tests.Communities;

/// <summary>Whatever a file can set, moderators can set in chat.</summary>
public sealed class RulesInChatTests
{
    /// <summary>By a command, or by a form, a button of which opens it; then field and value.</summary>
    private static readonly Dictionary<string, string[]> Ways = new()
    {
        ["WaitAtLeast"] = ["rules:waits", "least", "2 s"],
        ["WaitAtMost"] = ["rules:waits", "most", "30 s"],
        ["WaitWithoutHistory"] = ["rules:waits", "without", "5 s"],
        ["BoardAtMost"] = ["rules:waits", "board", "2 min"],
        ["RestAfter"] = ["rules:waits", "rest", "3 h"],
        ["PublicStep"] = ["rules:more", "shown", "reply"],
        ["BoardChannel"] = ["rules:more", "board", "help"],
        ["Language"] = ["rules:more", "language", "ja"],
        ["AnsweredEmoji"] = ["rules:more", "emoji", ":solved:"],
        ["AsksPerPost"] = ["rules:more", "asks", "3"],
        ["AsksPerDay"] = ["rules:asked", "day", "7"],
        ["FewestHelpers"] = ["rules:asked", "fewest", "5"],
        ["BetweenAsks"] = ["rules:asked", "between", "2 d"],
        ["HoldOutShare"] = ["rules:asked", "held-out", "12.5 %"],
        ["HelperRole"] = ["rules:asked", "role", "@helpers"],
        ["SuggestsIntroductions"] = ["rules:people", "suggests", "ja"],
        ["IntroductionChannel"] = ["rules:people", "channel", "second"],
        ["PrivateIntroductions"] = ["rules:people", "private", "Yes"],
        ["Balance"] = ["rules:people", "balance", "0"],
        ["ClosingQuestion"] = ["rules:people", "closing", "no"],
        ["RepliesPerDay"] = ["rules:limits", "replies", "4"],
        ["Approvals"] = ["rules:team", "approvals", "9"],
        ["ModeratorChannel"] = ["rules:team", "moderators", "second"],
        ["ModeratorRole"] = ["rules:team", "role", "@mods"],
        ["DigestChannel"] = ["rules:digest", "channel", "second"],
        ["DigestDay"] = ["rules:digest", "day", "Freitag"],
        ["DigestHour"] = ["rules:digest", "hour", "17"],
        ["Bridges"] = ["rules:limits", "bridges", "Matrix bridge, B12"],
        ["SolvedTags"] = ["rules:limits", "solved", "fertig, done"],
        ["Texts"] = ["texts:board-title", "words", "Open:"],
        ["WatchedChannels"] = ["channel", "state", "watch", "channel", "help"],
        ["IgnoredChannels"] = ["channel", "state", "ignore", "channel", "help"],
        ["PromotionChannels"] = ["channel", "state", "promotion", "channel", "help"],
        ["QuietHours"] = ["quiet-hours", "from", "22:00", "to", "08:00", "zone", "Europe/Berlin"],
        ["PromoterNote"] = ["queue", "note", "off"],
        ["Steps"] = ["observe", "step", "asks"],
        ["Channels"] = ["channel waits help", "least", "3 s"],
        ["ChannelRules.Channel"] = ["channel waits help", "least", "3 s"],
        ["ChannelRules.WaitAtLeast"] = ["channel waits help", "least", "3 s"],
        ["ChannelRules.WaitAtMost"] = ["channel waits help", "most", "15 s"],
        ["ChannelRules.WaitWithoutHistory"] = ["channel waits help", "without", "4 s"],
        ["StepRules.Step"] = ["observe", "step", "asks"],
        ["StepRules.IsOn"] = ["observe", "step", "asks", "channel", "help"],
        ["StepRules.Except"] = ["observe", "step", "asks", "channel", "help"],
    };

    public static TheoryData<string> Rules =>
    [
        .. Names(typeof(CommunityRules)),
        .. Names(typeof(ChannelRules)).Select(name => $"{nameof(ChannelRules)}.{name}"),
        .. Names(typeof(StepRules)).Select(name => $"{nameof(StepRules)}.{name}"),
    ];

    [Theory, MemberData(nameof(Rules))]
    public async Task Every_rule_can_be_changed_in_chat(string rule)
    {
        Assert.True(Ways.TryGetValue(rule, out var way), $"How is {rule} changed in chat? Add the way, and the form where there is none.");
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { PromoterNote = true });
        var before = ValueOf(rule, story.Book.Of(TestTime.Community));
        await GoAsync(story, way);
        Assert.NotEqual(before, ValueOf(rule, story.Book.Of(TestTime.Community)));
        Assert.Equal(1, await story.Database.CountAsync("rule_revisions WHERE changed_by = 'mod'"));
    }

    [Fact]
    public async Task The_usual_waits_come_back_where_a_channel_is_left_none_of_its_own()
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        await GoAsync(story, ["channel waits help", "least", "3 s"]);
        Assert.Equal(TimeSpan.FromSeconds(3), story.Book.Of(TestTime.Community).In("help", "help").WaitAtLeast);
        await GoAsync(story, ["channel waits help", "least", ""]);
        Assert.Empty(story.Book.Of(TestTime.Community).Channels);
    }

    [Fact]
    public async Task What_is_too_long_for_a_form_is_as_it_was_when_that_is_sent_in()
    {
        IReadOnlyList<string> bridges = [.. Enumerable.Range(0, 50).Select(number => $"bridge {number} {new string('b', 60)}")];
        IReadOnlyList<string> watched = [.. Enumerable.Range(0, 200).Select(number => $"channel-{number}")];
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite, rules => rules with { Bridges = bridges, WatchedChannels = watched });
        await GoAsync(story, ["rules:limits", "replies", "4"]);
        await GoAsync(story, ["setup:fill", "moderators", "second"]);
        var changed = story.Book.Of(TestTime.Community);
        Assert.Equal((4, "second"), (changed.RepliesPerDay, changed.ModeratorChannel));
        Assert.Equal(bridges, changed.Bridges);
        Assert.Equal(watched, changed.WatchedChannels);
    }

    [Theory]
    [InlineData("channel", "c-404", "I can't make sense of “c-404”")]
    [InlineData("most", "soon", "I can't make sense of “soon”")]
    [InlineData("least", "1 min", "in the channel help, “Shortest wait” (1 min) is longer than “Longest wait”")]
    public async Task Waits_of_a_channel_that_cannot_be_are_refused(string field, string value, string reason)
    {
        await using var story = await LiveStory.BeginAsync(TestEngine.Sqlite);
        var complaint = Assert.Single(Assert.IsType<CommandReply.Complains>(await GoAsync(story, ["channel waits help", field, value])).ByField);
        Assert.Equal(field, complaint.Key);
        Assert.Contains(reason, complaint.Value, StringComparison.Ordinal);
        Assert.Empty(story.Book.Of(TestTime.Community).Channels);
    }

    private static async Task<CommandReply> GoAsync(LiveStory story, string[] way)
    {
        if (way[0].Split(':') is [var command, var form])
        {
            return await story.FillInAsync(await story.ModerateAsync(new ButtonId(command, form, 0)), "mod", isModerator: true, (way[1], way[2]));
        }

        if (way[0].Split(' ') is [var typed, var state, var channel])
        {
            var opened = await story.TypeAsync("mod", typed, isModerator: true, new Dictionary<string, string> { ["state"] = state, ["channel"] = channel });
            return await story.FillInAsync(opened, "mod", isModerator: true, (way[1], way[2]));
        }

        return await story.TypeAsync("mod", way[0], isModerator: true, way[1..].Chunk(2).ToDictionary(option => option[0], option => option[1]));
    }

    private static string? ValueOf(string rule, CommunityRules rules) => rule.Split('.') switch
    {
        [nameof(ChannelRules), var name] => Value(rules.Channels.Count == 0 ? new ChannelRules() : rules.Channels[0], name),
        [nameof(StepRules), var name] => Value(rules.Steps.Count == 0 ? new StepRules() : rules.Steps[0], name),
        _ => Value(rules, rule),
    };

    private static string? Value(object owner, string name) => System.Text.Json.JsonSerializer.Serialize(owner.GetType().GetProperty(name)!.GetValue(owner));

    private static IEnumerable<string> Names(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name);
}
