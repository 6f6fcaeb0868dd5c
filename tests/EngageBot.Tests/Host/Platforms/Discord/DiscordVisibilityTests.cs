using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.State;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordVisibilityTests
{
    private const Permissions Read = Permissions.ViewChannel | Permissions.ReadMessageHistory;

    private static readonly Snowflake Guild = new(1);
    private static readonly Snowflake Staff = new(2);
    private static readonly Snowflake Admins = new(3);
    private static readonly Snowflake Owner = new(10);
    private static readonly Snowflake Ada = new(11);
    private static readonly Snowflake Bob = new(12);

    private static readonly GuildState Open = new(Guild)
    {
        Owner = Owner,
        Roles = [new RoleState(Guild, Read), new RoleState(Staff, Permissions.None), new RoleState(Admins, Permissions.Administrator)],
    };

    private static readonly (string Why, OverwriteState[] Overwrites, Snowflake Member, Snowflake[] Roles, bool Can)[] Cases =
    [
        ("an open channel", [], Ada, [], true),
        ("taken from everyone", [Deny(Guild)], Ada, [], false),
        ("taken from everyone, given to a role", [Deny(Guild), Allow(Staff)], Ada, [Staff], true),
        ("given to a role that one does not have", [Deny(Guild), Allow(Staff)], Ada, [], false),
        ("taken from a role, given by another", [Deny(Staff), Allow(Admins)], Bob, [Staff], false),
        ("given to a member", [Deny(Guild), AllowMember(Ada)], Ada, [], true),
        ("a member counts more than a role", [Allow(Staff), DenyMember(Ada)], Ada, [Staff], false),
        ("an administrator sees all", [Deny(Guild), DenyMember(Ada)], Ada, [Admins], true),
        ("so does the owner", [Deny(Guild)], Owner, [], true),
        ("to see without history is not to read", [new OverwriteState(Guild, IsMember: false, Permissions.None, Permissions.ReadMessageHistory)], Ada, [], false),
    ];

    [Theory]
    [InlineData("Staff", true)]
    [InlineData("@staff", true)]
    [InlineData("2", true)]
    [InlineData("Admins", false)] // He does not have it.
    [InlineData("3", false)]
    [InlineData("Twins", false)] // Two are called that, and he has one of them.
    [InlineData("1", false)] // The role of everybody.
    [InlineData("@everyone", false)]
    [InlineData("nobody", false)]
    public void Whether_a_member_has_the_role_that_a_rule_means(string rule, bool has)
    {
        var guild = Open with
        {
            Roles =
            [
                new RoleState(Guild, Read) { Name = "@everyone" }, new RoleState(Staff, Permissions.None) { Name = "Staff" }, new RoleState(Admins, Permissions.Administrator) { Name = "Admins" },
                new RoleState(new Snowflake(4), Permissions.None) { Name = "twins" }, new RoleState(new Snowflake(5), Permissions.None) { Name = "Twins" },
            ],
        };
        Assert.Equal(has, DiscordPermissions.HasRole(guild, [Guild, Staff, new Snowflake(4)], rule));
    }

    [Fact]
    public void Who_can_read_a_channel() => Assert.All(Cases, one =>
    {
        var channel = Channel(one.Overwrites);
        Assert.True(one.Can == DiscordVisibility.CanRead(Open, channel, channel, one.Member, one.Roles), one.Why);
    });

    [Fact]
    public void A_channel_is_for_everyone_only_where_it_is_taken_from_nobody()
    {
        Assert.Equal(ChannelVisibility.Everyone, Of(Channel()).Visibility);
        Assert.Equal(ChannelVisibility.Everyone, Of(Channel(Allow(Staff))).Visibility);
        Assert.Equal(ChannelVisibility.Readers, Of(Channel(Deny(Staff))).Visibility);
        Assert.Equal(ChannelVisibility.Readers, Of(Channel(DenyMember(Ada))).Visibility);
        Assert.Equal(ChannelVisibility.Readers, Of(Channel(Deny(Guild))).Visibility);
    }

    [Fact]
    public void Of_a_private_channel_those_are_named_who_certainly_can_read_it()
    {
        var channel = Channel(Deny(Guild), AllowMember(Ada), Allow(Staff)) with { SeenReaders = [Bob] };

        Assert.Equal([Owner, Ada, Bob], Of(channel).Readers);
    }

    [Fact]
    public void What_is_kept_from_the_bot_alone_is_everybodys_all_the_same()
    {
        var (bot, role) = (new Snowflake(20), new Snowflake(21));
        var guild = Open with { BotRoles = [role] };

        Assert.True(DiscordVisibility.IsForEveryoneBut(bot, guild, Channel(DenyMember(bot))));
        Assert.True(DiscordVisibility.IsForEveryoneBut(bot, guild, Channel(Deny(role))));
        Assert.False(DiscordVisibility.IsForEveryoneBut(bot, guild, Channel(Deny(Guild))));
        Assert.False(DiscordVisibility.IsForEveryoneBut(bot, guild, Channel(Deny(role), DenyMember(Ada))));
    }

    [Fact]
    public void A_private_thread_is_for_who_is_in_it_and_who_manages_threads()
    {
        var channel = Channel();
        var thread = new ChannelState(new Snowflake(101), Guild, ChannelType.PrivateThread) { Parent = channel.Id, Owner = Ada, SeenReaders = [Bob] };
        var moderators = Open with { Roles = [.. Open.Roles, new RoleState(new Snowflake(4), Permissions.ManageThreads)] };

        Assert.Equal((ChannelVisibility.Readers, "10,11,12"), (DiscordVisibility.Of(Open, thread, channel).Visibility, string.Join(',', DiscordVisibility.Of(Open, thread, channel).Readers)));
        Assert.Null(DiscordVisibility.CanRead(Open, thread, channel, Bob, []));
        Assert.False(DiscordVisibility.CanRead(Open, thread, Channel(Deny(Guild)), Bob, []));
        Assert.True(DiscordVisibility.CanRead(moderators, thread, channel, new Snowflake(13), [new Snowflake(4)]));
    }

    [Fact]
    public void Of_a_guild_or_channel_that_is_not_known_nothing_is_said()
    {
        Assert.Equal(ChannelVisibility.Unknown, DiscordVisibility.Of(guild: null, Channel(), Channel()).Visibility);
        Assert.Equal(ChannelVisibility.Unknown, DiscordVisibility.Of(Open, Channel(), permissionsOf: null).Visibility);
        Assert.Equal(ChannelVisibility.Unknown, DiscordVisibility.Of(new GuildState(Guild), Channel(), Channel()).Visibility);
    }

    [Fact]
    public void A_voice_channel_that_one_cannot_join_cannot_be_read()
    {
        var voice = Channel() with { Type = ChannelType.GuildVoice };

        Assert.False(DiscordVisibility.CanRead(Open, voice, voice, Ada, []));
    }

    private static (ChannelVisibility Visibility, IReadOnlyList<Snowflake> Readers) Of(ChannelState channel) => DiscordVisibility.Of(Open, channel, channel);

    private static ChannelState Channel(params OverwriteState[] overwrites) => new(new Snowflake(100), Guild, ChannelType.GuildText) { Overwrites = overwrites };

    private static OverwriteState Deny(Snowflake role) => new(role, IsMember: false, Permissions.None, Permissions.ViewChannel);

    private static OverwriteState Allow(Snowflake role) => new(role, IsMember: false, Permissions.ViewChannel, Permissions.None);

    private static OverwriteState AllowMember(Snowflake member) => new(member, IsMember: true, Permissions.ViewChannel, Permissions.None);

    private static OverwriteState DenyMember(Snowflake member) => new(member, IsMember: true, Permissions.None, Permissions.ViewChannel);
}
