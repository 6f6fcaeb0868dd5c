using System.Globalization;
using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests.Many;

/// <summary>
/// Communities on every shard of a Discord and in every app of a Slack, in which people talk. Now and then somebody writes what moderators are told of at once, in a message of its own: so that
/// it is seen what was said once, twice or never.
/// </summary>
internal sealed class ManyTowns
{
    public const int Shards = 4;

    private const string Apps = "3";

    /// <summary>The bot tells moderators of no more than ten a day in one community.</summary>
    private const int MostAlarms = 9;

    private readonly List<ManyTown> _towns = [];
    private int _said;

    private ManyTowns(LiveDiscord discord, FakeSlack slack) => (Discord, Slack) = (discord, slack);

    public LiveDiscord Discord { get; }

    public FakeSlack Slack { get; }

    public IReadOnlyList<ManyTown> Towns => _towns;

    /// <summary>Messages that were written.</summary>
    public int Said => _said;

    public int Alarms => _towns.Sum(town => town.Alarms.Count);

    /// <param name="each">Guilds on each shard.</param>
    public static ManyTowns Build(LiveDiscord discord, FakeSlack slack, int each)
    {
        var towns = new ManyTowns(discord, slack);
        for (var number = 0; number < Shards * each; number++)
        {
            towns._towns.Add(towns.OnDiscord(discord.AddGuild(number % Shards, Shards)));
        }

        for (var number = 0; number < int.Parse(Apps, CultureInfo.InvariantCulture); number++)
        {
            towns._towns.Add(OnSlack(slack.AddWorkspace($"town{number}", number == 0 ? slack.App : slack.AddApp())));
        }

        return towns;
    }

    /// <summary>Somebody says something somewhere.</summary>
    /// <param name="isAlarm">Moderators are to hear of it.</param>
    public async Task TalkAsync(Random random, bool isAlarm)
    {
        var town = _towns[random.Next(_towns.Count)];
        var number = ++_said;
        if (isAlarm && town.Alarms.Count < MostAlarms)
        {
            town.Alarms.Add(await town.Say(string.Create(CultureInfo.InvariantCulture, $"I can't go on anymore, I want to end my life, {number}")));
            return;
        }

        await town.Say(string.Create(CultureInfo.InvariantCulture, $"the weather of day {number} is nice"));
    }

    private ManyTown OnDiscord(Snowflake guild)
    {
        var (help, mods) = (Discord.World.AddChannel(guild, "help"), Discord.World.AddChannel(guild, "mods"));
        var ada = Discord.World.AddMember(guild, "ada");
        return new ManyTown(new CommunityId(Platform.Discord, guild.ToString()))
        {
            Say = async text => (await Discord.SayAsync(help, ada, text)).ToString(),
            ToModerators = () => [.. Discord.World.MessagesOf(mods).Select(message => message["content"]!.ToString())],
        };
    }

    private static ManyTown OnSlack(FakeWorkspace workspace)
    {
        var ada = workspace.World.AddUser("ada");
        var (help, mods) = (workspace.World.AddChannel("help", ada), workspace.World.AddChannel("mods", ada));
        workspace.WaitsForAcks = false;
        return new ManyTown(new CommunityId(Platform.Slack, workspace.TeamId))
        {
            Say = async text => (await workspace.PostAsync(ada, help, text)).Ts.Replace(".", string.Empty, StringComparison.Ordinal),
            ToModerators = () => [.. workspace.World.SaidByBot(mods).Select(message => message["text"]!.ToString())],
        };
    }
}
