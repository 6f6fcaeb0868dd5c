using EngageBot.Chat;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What is kept of a guild: enough to say who may read its channels, in a process that was never told of it.</summary>
internal sealed record GuildState(Snowflake Id)
{
    public Snowflake? Owner { get; init; }

    public IReadOnlyList<RoleState> Roles { get; init; } = [];

    /// <summary>The bot's own roles.</summary>
    public IReadOnlyList<Snowflake> BotRoles { get; init; } = [];

    /// <summary>Where moderators get Discord's own notices.</summary>
    public Snowflake? UpdatesChannel { get; init; }

    /// <summary>How many people there are, where all of the guild was told.</summary>
    public int? People { get; init; }

    /// <summary>The session in which all of the guild was told last: in another one its channels may have messages that never came.</summary>
    public string? Session { get; init; }

    public static GuildState Of(Guild guild, Snowflake bot, string session) => new(guild.Id)
    {
        Owner = guild.OwnerId,
        Roles = Of(guild.Roles),
        UpdatesChannel = guild.PublicUpdatesChannelId,
        People = guild.MemberCount,
        BotRoles = guild.Members.FirstOrDefault(member => member.User?.Id == bot)?.Roles ?? [],
        Session = session,
    };

    public static IReadOnlyList<RoleState> Of(IReadOnlyList<Role> roles) => [.. roles.Select(Of)];

    private static RoleState Of(Role role) => new(role.Id, role.Permissions) { Name = role.Name.Length == 0 ? null : ChatText.Clean(role.Name) };

    /// <summary>Whoever could read its channels still can.</summary>
    public bool HasSameRights(GuildState other) =>
        Owner == other.Owner && Roles.OrderBy(role => role.Id).SequenceEqual(other.Roles.OrderBy(role => role.Id)) && BotRoles.Order().SequenceEqual(other.BotRoles.Order());

    public GuildState With(Role role) => this with { Roles = [.. Roles.Where(other => other.Id != role.Id), Of(role)] };

    public GuildState Without(Snowflake role) => this with { Roles = [.. Roles.Where(other => other.Id != role)] };
}
