using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <summary>Where the moderators of a guild hear from the bot first.</summary>
public sealed class ModeratorsChannelTests
{
    private const Permissions Read = Permissions.ViewChannel | Permissions.ReadMessageHistory;
    private const Permissions Speak = Read | Permissions.SendMessages;

    private static readonly Snowflake Guild = new(1);
    private static readonly Snowflake Regulars = new(2);
    private static readonly Snowflake Managers = new(3);
    private static readonly Snowflake Bot = new(9);
    private static readonly OverwriteState Closed = new(Guild, IsMember: false, Permissions.None, Permissions.ViewChannel);
    private static readonly OverwriteState ToManagers = new(Managers, IsMember: false, Permissions.ViewChannel, Permissions.None);

    private static readonly GuildState Server = new(Guild)
    {
        Roles = [new RoleState(Guild, Read), new RoleState(Regulars, Permissions.None), new RoleState(Managers, Permissions.ManageGuild)],
    };

    [Fact]
    public void It_is_the_channel_for_Discords_own_notices_where_there_is_one() =>
        Assert.Equal(new Snowflake(12), Of(Server with { UpdatesChannel = new Snowflake(12) }, Channel(11, "mods", Closed, ToManagers), Channel(12, "updates", Closed)));

    [Fact]
    public void Else_one_that_only_those_see_who_manage_the_guild_and_sooner_one_that_sounds_like_it()
    {
        Assert.Equal(new Snowflake(13), Of(Server, Channel(10, "help"), Channel(12, "vault", Closed, ToManagers), Channel(13, "mod-talk", Closed, ToManagers)));
        Assert.Equal(new Snowflake(12), Of(Server, Channel(12, "vault", Closed, ToManagers)));
    }

    [Fact]
    public void Never_one_that_others_see_or_in_which_the_bot_cannot_write()
    {
        Assert.Null(Of(Server, Channel(10, "mods")));
        Assert.Null(Of(Server, Channel(10, "mods", Closed, new OverwriteState(Regulars, IsMember: false, Permissions.ViewChannel, Permissions.None))));
        Assert.Null(Of(Server, Channel(10, "mods", Closed, new OverwriteState(new Snowflake(77), IsMember: true, Permissions.ViewChannel, Permissions.None))));
        Assert.Null(Of(Server with { UpdatesChannel = new Snowflake(10) }, Channel(10, "general")));
        Assert.Null(ModeratorsChannel.Of(Server, Bot, [(Channel(10, "mods", Closed), Read)]));
    }

    [Fact]
    public void That_the_bot_itself_was_let_in_is_no_hindrance() =>
        Assert.Equal(new Snowflake(10), Of(Server, Channel(10, "mods", Closed, new OverwriteState(Bot, IsMember: true, Speak, Permissions.None))));

    private static Snowflake? Of(GuildState guild, params ChannelState[] channels) => ModeratorsChannel.Of(guild, Bot, [.. channels.Select(channel => (channel, Speak))]);

    private static ChannelState Channel(ulong id, string name, params OverwriteState[] overwrites) => new(new Snowflake(id), Guild, ChannelType.GuildText) { Name = name, Overwrites = overwrites };
}
