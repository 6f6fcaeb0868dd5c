using EngageBot.Communities;
using EngageBot.Discord;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Health;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;
using EngageBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Dashboard;

/// <summary>What keeps the bot from its work is told in the language of the community, whoever found it out.</summary>
public sealed class ConditionTests
{
    private const Permissions All = DiscordRights.Speaking;

    public static TheoryData<string> Languages => [.. TextBook.Languages.Where(language => language != "en")];

    [Theory, MemberData(nameof(Languages))]
    public async Task All_that_moderators_are_told_of_is_told_in_their_language(string language)
    {
        var texts = TextBook.In(language);
        List<string> sentences = [.. Rights(), .. Refusals().Select(reason => $"The bot could not write where it was to: {reason}."), SlackIntake.RemovedFrom("T1"), .. await DownAsync()];
        Assert.Equal(15, sentences.Count);
        foreach (var sentence in sentences)
        {
            var retold = Retelling.Of(sentence, texts, "condition");
            Assert.False(retold is null, sentence);
            Assert.DoesNotContain(" the ", retold, StringComparison.Ordinal);
            Assert.DoesNotContain("{", retold, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_and_moments_stay_as_they_are() => Assert.Equal(
        "In #general and more fehlt dem Bot Kanal ansehen und Nachrichten senden: Gib seiner Rolle das dort.",
        Retelling.Of(DiscordHealth.Sentence("general and more", Permissions.ViewChannel | Permissions.SendMessages), TextBook.In("de"), "condition"));

    private static IEnumerable<string> Rights() =>
        from see in new[] { Permissions.None, Permissions.ViewChannel }
        from read in new[] { Permissions.None, Permissions.ReadMessageHistory }
        from send in new[] { Permissions.None, Permissions.SendMessages }
        where (see | read | send) != Permissions.None
        select DiscordHealth.Sentence("general", (see | read | send) & All);

    /// <summary>Those that somebody who manages the community can do something about.</summary>
    private static IEnumerable<string> Refusals() =>
    [
        DiscordRefusals.InWords(JsonErrorCode.MissingAccess, "x"),
        DiscordRefusals.InWords(JsonErrorCode.MissingPermissions, "x"),
        SlackRefusals.InWords(SlackError.NotInChannel, "x"),
        SlackRefusals.InWords("restricted_action", "x"),
        SlackRefusals.InWords(SlackError.MissingScope, RefusalText.Of("chat.postMessage", SlackError.MissingScope, new ApiStatus { Needed = "chat:write" })).TrimEnd('.'),
    ];

    /// <summary>Of both platforms.</summary>
    private static async Task<IReadOnlyList<string>> DownAsync()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var clock = new VirtualClock(TestTime.Noon);
        using var book = new HealthBook(database.Source, clock, NullLogger<HealthBook>.Instance);
        var settings = new DiscordSettings
        {
            Token = new BotToken("made.up.token"),
            ApiBaseUrl = new Uri("http://127.0.0.1/"),
            Shards = ShardRange.Auto,
            MessageContent = true,
            ReadBack = TimeSpan.FromDays(7),
            ReadBackMessages = 1_000,
            NeedsAnswerTag = "waiting",
        };
        var discord = new DiscordHealth([], new DiscordWorld(settings, new Snowflake(99), [0], totalShards: 1, clock), RulesBook.Fixed(new CommunityRules()), book, clock);
        var slack = new SlackHealth([], book, clock);
        foreach (var minutes in new[] { 0, 2 })
        {
            clock.MoveTo(TestTime.Noon.AddMinutes(minutes));
            await discord.LookAsync(new HashSet<int> { 0 }, CancellationToken.None);
            await slack.LookAsync(isHeard: false, CancellationToken.None);
        }

        return [.. (await HealthStore.OpenAsync(database.Source, CancellationToken.None)).Select(condition => condition.Sentence)];
    }
}
