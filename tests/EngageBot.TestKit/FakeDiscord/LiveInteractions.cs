using System.Text.Json.Nodes;
using EngageBot.Discord.Models;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// Members who use the bot's commands and buttons, as Discord tells of it.
/// <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object"/>.
/// </summary>
public static class LiveInteractions
{
    /// <summary>A slash command: <c>/engage pause days:3</c>.</summary>
    public static Task<FakeInteraction> CommandAsync(
        this LiveDiscord discord, Snowflake channel, Snowflake user, string command, string subcommand, params (string Name, JsonNode Value)[] options)
    {
        var list = new JsonArray([.. options.Select(option => (JsonNode)new JsonObject
        {
            ["type"] = option.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? 4 : 3,
            ["name"] = option.Name,
            ["value"] = option.Value,
        })]);
        var chosen = new JsonObject { ["type"] = 1, ["name"] = subcommand, ["options"] = list };
        return InteractAsync(discord, channel, user, 2, new JsonObject { ["type"] = 1, ["id"] = "77", ["name"] = command, ["options"] = new JsonArray(chosen) });
    }

    /// <summary>A command that is chosen on a message ("Why this?").</summary>
    public static Task<FakeInteraction> ChooseAsync(this LiveDiscord discord, Snowflake channel, Snowflake user, string command, Snowflake message) =>
        InteractAsync(discord, channel, user, 2, new JsonObject { ["type"] = 3, ["id"] = "78", ["name"] = command, ["target_id"] = message.ToString() });

    /// <summary>A button of a message, or of an answer that only this user sees.</summary>
    public static Task<FakeInteraction> PressAsync(this LiveDiscord discord, Snowflake channel, Snowflake user, string customId, Snowflake? message = null) =>
        InteractAsync(discord, channel, user, 3, new JsonObject { ["component_type"] = 2, ["custom_id"] = customId, ["id"] = 2 }, message);

    /// <summary>A form that was opened for this user is sent in.</summary>
    public static Task<FakeInteraction> SubmitAsync(this LiveDiscord discord, Snowflake channel, Snowflake user, string customId, IReadOnlyDictionary<string, string> fields)
    {
        JsonArray labels = [.. fields.Select((field, at) => (JsonNode)new JsonObject
        {
            ["type"] = 18,
            ["id"] = (2 * at) + 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = (2 * at) + 2, ["custom_id"] = field.Key, ["value"] = field.Value },
        })];
        return InteractAsync(discord, channel, user, 5, new JsonObject { ["custom_id"] = customId, ["components"] = labels });
    }

    /// <summary>The direct messages to a user, oldest first.</summary>
    public static IReadOnlyList<JsonObject> MessagesTo(this LiveDiscord discord, Snowflake user)
    {
        lock (discord.World.Gate)
        {
            var conversation = discord.World.Channels.Values.FirstOrDefault(channel => channel["recipients"] is JsonArray { Count: 1 } users && users[0]!.Id() == user);
            return conversation is null ? [] : discord.World.MessagesOf(conversation.Id());
        }
    }

    private static async Task<FakeInteraction> InteractAsync(LiveDiscord discord, Snowflake channel, Snowflake user, int type, JsonObject data, Snowflake? message = null)
    {
        var interaction = discord.World.AddInteraction(channel);
        interaction.Pressed = message;
        var (told, guild) = Told(discord.World, interaction, user, type, message, discord.Managers.Contains(user));
        told["data"] = data;
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", told.ToJsonString(), guild);
        return interaction;
    }

    private static (JsonObject Told, Snowflake? Guild) Told(FakeWorld world, FakeInteraction interaction, Snowflake user, int type, Snowflake? message, bool manages)
    {
        lock (world.Gate)
        {
            Snowflake? guild = world.Channels[interaction.Channel].ContainsKey("guild_id") ? world.Channels[interaction.Channel].Id("guild_id") : null;
            var told = FakeJson.Parse(
                $$"""
                {"version":1,"type":{{type}},"token":"{{interaction.Token}}","id":"{{interaction.Id}}","application_id":"{{world.BotId}}","channel_id":"{{interaction.Channel}}",
                "locale":"en-US","entitlements":[],"authorizing_integration_owners":{},"context":{{(guild is null ? 1 : 0)}},"attachment_size_limit":10485760}
                """);
            told["message"] = message is { } pressed ? world.Messages[interaction.Channel][pressed].DeepClone() : null;
            if (guild is { } server)
            {
                told["guild_id"] = server.ToString();
                told["member"] = world.Members[(server, user)].DeepClone().AsObject().With("permissions", manages ? "2248473465835105" : "2248473465835073");
            }
            else
            {
                told["user"] = world.Users[user].DeepClone();
            }

            return (told, guild);
        }
    }
}
