using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Host.Platforms.Slack;
using EngageBot.Members;
using EngageBot.TestKit;
using EngageBot.Tests.Host.Platforms.Slack;
using EngageBot.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests.Host.Platforms;

/// <summary>What can be chosen on messages is there on both platforms, by names that they take.</summary>
public sealed class OnMessageCommandsTests
{
    /// <summary>Of an app, on Discord. <see href="https://discord.com/developers/docs/interactions/application-commands#registering-a-command"/>.</summary>
    private const int MostOnDiscord = 5;

    private const int LongestOnDiscord = 32;

    /// <summary><see href="https://docs.slack.dev/reference/app-manifest"/>.</summary>
    private const int LongestOnSlack = 24;

    [Fact]
    public async Task Discord_takes_as_many_and_no_two_have_the_same_name_in_any_language()
    {
        var commands = await OnMessagesAsync();
        Assert.InRange(commands.Count, 5, MostOnDiscord);
        foreach (var book in TextBook.Languages.Select(TextBook.In))
        {
            var names = commands.Select(command => book[$"command.{command}.on-message"]).ToList();
            Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(names, name => Assert.InRange(name.Length, 1, LongestOnDiscord));
        }
    }

    [Fact]
    public async Task Slack_has_the_same_by_the_names_that_the_texts_have()
    {
        var manifest = ManifestText.Read(SlackManifest.For(address: null));
        var commands = await OnMessagesAsync();
        List<(string, string)> shortcuts = [];
        for (var at = 0; manifest.TryGetValue($"features.shortcuts[{at}].callback_id", out var id); at++)
        {
            Assert.Equal("message", manifest[$"features.shortcuts[{at}].type"]);
            Assert.InRange(manifest[$"features.shortcuts[{at}].name"].Length, 1, LongestOnSlack);
            Assert.InRange(manifest[$"features.shortcuts[{at}].description"].Length, 1, 150);
            shortcuts.Add((id, manifest[$"features.shortcuts[{at}].name"]));
        }

        Assert.Equal(commands.Select(command => (command, TextBook.In("en")[$"command.{command}.on-message"])).Order(), shortcuts.Order());
    }

    private static async Task<List<string>> OnMessagesAsync()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(TestEngine.Sqlite);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(database.Source).AddSingleton(ErasureKey.InMemory()).AddLiveEngine(new CommunityRules()).BuildServiceProvider();
        return [.. services.GetServices<ISlashCommand>().Where(command => command.IsOnMessages).Select(command => command.Name)];
    }
}
