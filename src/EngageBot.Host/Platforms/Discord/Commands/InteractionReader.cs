using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Mapping;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Host.Platforms.Discord.Commands;

/// <summary>Makes the product's requests of Discord's interactions.</summary>
internal static class InteractionReader
{
    /// <summary>
    /// Between a button's own id and the server it is about: in a direct message Discord does not say which that is. What comes back is checked against the store.
    /// </summary>
    private const char Server = '@';

    /// <summary>Null for what is no request to this bot.</summary>
    /// <param name="find">What is known of a channel or thread.</param>
    /// <param name="commands">The commands by the names that they have on messages.</param>
    public static CommandRequest? Read(Interaction interaction, DateTimeOffset at, Func<Snowflake, ChannelState?> find, IReadOnlyDictionary<string, string> commands)
    {
        var (custom, server) = Parts(interaction.Data?.CustomId);
        if ((interaction.Member?.User ?? interaction.User) is not { } user || ((interaction.GuildId ?? server) is null && !IsOnDirectMessage(interaction)))
        {
            return null;
        }

        var community = new CommunityId(Platform.Discord, (interaction.GuildId ?? server)?.ToString() ?? string.Empty);
        var by = new Asker(community, new MemberId(community, user.Id.ToString()), at)
        {
            Channel = interaction.ChannelId is { } channel ? find(channel)?.Channel : null,
            ManagesCommunity = interaction.Member?.Permissions is { } may && (may & (Permissions.ManageGuild | Permissions.Administrator)) != Permissions.None,
            Name = DiscordMapper.Seen(community, user, interaction.Member, isBot: false, at).Name,
            Language = interaction.Locale,
        };
        return Read(interaction, by, custom, find, commands);
    }

    /// <summary>The server that an interaction is about; null where it does not say.</summary>
    public static Snowflake? ServerOf(Interaction interaction) => interaction.GuildId ?? Parts(interaction.Data?.CustomId).Server;

    /// <summary>The id of a button or form on Discord.</summary>
    /// <param name="server">Named where it is in a direct message.</param>
    public static string CustomIdOf(ButtonId button, CommunityId? server) => server is { } named ? $"{button}{Server}{named.Value}" : button.ToString();

    private static CommandRequest? Read(
        Interaction interaction, Asker by, string? custom, Func<Snowflake, ChannelState?> find, IReadOnlyDictionary<string, string> commands) => interaction switch
    {
        { Type: InteractionType.ApplicationCommand, Data: { Type: ApplicationCommandType.Message, TargetId: { } target, Name: { } name } }
            when commands.TryGetValue(name, out var command) && (PlaceOf(target, interaction.ChannelId, find) ?? UnknownPlaceOf(interaction, target, by.Community)) is { } place =>
            new CommandRequest.OnMessage(by, command, place),
        { Type: InteractionType.ApplicationCommand, Data: { Name: CommandList.Everybody or CommandList.Moderators, Options: [var subcommand, ..] } slash } =>
            new CommandRequest.Typed(by, subcommand.Name) { IsForModerators = slash.Name == CommandList.Moderators, Options = Options(subcommand) },
        { Type: InteractionType.MessageComponent } when ButtonId.TryParse(custom, out var button) =>
            new CommandRequest.Pressed(by, button, interaction.Message is { } message ? PlaceOf(message.Id, interaction.ChannelId, find) : null),
        { Type: InteractionType.ModalSubmit, Data: { } data } when ButtonId.TryParse(custom, out var form) =>
            new CommandRequest.Submitted(by, form, Fields(data.Components)),
        _ => null,
    };

    private static bool IsOnDirectMessage(Interaction interaction) =>
        interaction is { Type: InteractionType.ApplicationCommand, GuildId: null, Data.Type: ApplicationCommandType.Message };

    /// <summary>A conversation with the bot is no channel that it knows of, nor is one that it may not see: members can choose its commands there all the same.</summary>
    private static MessagePlace? UnknownPlaceOf(Interaction interaction, Snowflake message, CommunityId community) => interaction.ChannelId is { } channel
        ? new MessagePlace(new ChannelId(community, channel.ToString()), null, DiscordMapper.IdOf(message))
        : null;

    private static (string? Custom, Snowflake? Server) Parts(string? id) =>
        id?.Split(Server) is [var custom, var server] ? (custom, Snowflake.TryParse(server, out var guild) ? guild : null) : (id, null);

    private static MessagePlace? PlaceOf(Snowflake message, Snowflake? channel, Func<Snowflake, ChannelState?> find) =>
        channel is { } id && find(id) is { } known ? new MessagePlace(known.Channel, known.Thread, DiscordMapper.IdOf(message)) : null;

    private static Dictionary<string, string> Options(InteractionOption subcommand) => subcommand.Options
        .Where(option => option.Value is not null)
        .DistinctBy(option => option.Name)
        .ToDictionary(option => option.Name, option => ChatText.Clean(option.Value!.Value.ToString()));

    private static Dictionary<string, string> Fields(IReadOnlyList<Component> components)
    {
        Dictionary<string, string> fields = [];
        foreach (var component in components)
        {
            foreach (var field in (IReadOnlyList<Component?>)[component.Labelled, .. component.Components ?? []])
            {
                if (field?.CustomId is { } name)
                {
                    fields[name] = ChatText.Clean(field.Value ?? string.Empty);
                }
            }
        }

        return fields;
    }
}
