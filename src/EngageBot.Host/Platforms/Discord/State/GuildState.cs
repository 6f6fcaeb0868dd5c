using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.State;

/// <summary>What is kept of a guild: enough to say who may read its channels, in a process that was never told of it.</summary>
internal sealed record GuildState(Snowflake Id)
{
    public Snowflake? Owner { get; init; }

    public IReadOnlyList<RoleState> Roles { get; init; } = [];

    /// <summary>The bot's own roles.</summary>
    public IReadOnlyList<Snowflake> BotRoles { get; init; } = [];

    /// <summary>The session in which all of the guild was told last: in another one its channels may have messages that never came.</summary>
    public string? Session { get; init; }

    public static GuildState Of(Guild guild, Snowflake bot, string session) => new(guild.Id)
    {
        Owner = guild.OwnerId,
        Roles = Of(guild.Roles),
        BotRoles = guild.Members.FirstOrDefault(member => member.User?.Id == bot)?.Roles ?? [],
        Session = session,
    };

    public static IReadOnlyList<RoleState> Of(IReadOnlyList<Role> roles) => [.. roles.Select(role => new RoleState(role.Id, role.Permissions))];

    /// <summary>Whoever could read its channels still can.</summary>
    public bool HasSameRights(GuildState other) =>
        Owner == other.Owner && Roles.OrderBy(role => role.Id).SequenceEqual(other.Roles.OrderBy(role => role.Id)) && BotRoles.Order().SequenceEqual(other.BotRoles.Order());

    public GuildState With(Role role) => this with { Roles = [.. Roles.Where(other => other.Id != role.Id), new RoleState(role.Id, role.Permissions)] };

    public GuildState Without(Snowflake role) => this with { Roles = [.. Roles.Where(other => other.Id != role)] };
}
