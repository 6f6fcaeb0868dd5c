using EngageBot.Chat;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <content>Guilds, roles, channels and threads that change.</content>
public sealed partial class DiscordWorldTests
{
    private static Channel HelpChannel => new() { Id = Help, GuildId = Guild, Type = ChannelType.GuildText, Name = "help" };
    private static PermissionOverwrite Closed => new() { Id = Guild, Deny = Permissions.ViewChannel };

    public static TheoryData<GatewayEvent, string> Places => new()
    {
        { new GuildRoleUpdateEvent { GuildId = Guild, Role = new Role { Id = Guild } }, "help: Readers 1; staff: Readers 1" },
        { new GuildRoleDeleteEvent { GuildId = Guild, RoleId = Guild }, "help: Unknown; staff: Unknown" },
        { new GuildRoleCreateEvent { GuildId = Guild, Role = new Role { Id = Staff } }, "help: Everyone; staff: Readers 1" },
        { new GuildUpdateEvent(new Guild { Id = Guild, OwnerId = new Snowflake(2) }), "help: Everyone; staff: Readers 2" },
        { new GuildUpdateEvent(new Guild { Id = new Snowflake(5), OwnerId = new Snowflake(2) }), "" },
        { new ChannelCreateEvent(HelpChannel with { Id = new Snowflake(202), Name = "new", Type = ChannelType.GuildForum }), "new: Everyone" },
        { new ChannelCreateEvent(HelpChannel with { Id = new Snowflake(203), Name = "news", Type = ChannelType.GuildAnnouncement }), "news: Everyone" },
        { new ChannelCreateEvent(HelpChannel with { Id = new Snowflake(204), Type = ChannelType.GuildCategory }), "" },
        { new ChannelUpdateEvent(HelpChannel with { Name = "helpdesk" }), "helpdesk: Everyone" },
        { new ChannelUpdateEvent(HelpChannel with { PermissionOverwrites = [Closed] }), "help: Readers 1" },
        { new ChannelUpdateEvent(HelpChannel), "" },
        { new ChannelDeleteEvent(HelpChannel), "help: Unknown" },
        { new ThreadCreateEvent(Thread()), "" },
        { new ThreadCreateEvent(Thread() with { Type = ChannelType.PrivateThread, OwnerId = new Snowflake(7) }), "a talk: Readers 1 7" },
    };

    [Theory, MemberData(nameof(Places))]
    public void What_changes_about_places_is_told(GatewayEvent happened, string told)
    {
        Take(Whole());

        Assert.Equal(told, string.Join("; ", Take(happened).Select(item => item.Event).OfType<ChannelSeen>().Select(Text)));
    }

    [Fact]
    public void A_channel_that_is_gone_takes_its_threads_along()
    {
        Take(Whole());
        Take(new ThreadCreateEvent(Thread()));
        Assert.NotNull(_world.Find(Talk));

        Take(new ChannelDeleteEvent(HelpChannel));
        Assert.Equal((null, null), (_world.Find(Help), _world.Find(Talk)));
    }

    [Fact]
    public void A_thread_is_forgotten_when_it_is_archived_or_gone_and_known_again_when_it_is_taken_up()
    {
        Take(Whole());
        Take(new ThreadCreateEvent(Thread()));
        Take(new ThreadUpdateEvent(Thread() with { ThreadMetadata = new ThreadMetadata { Archived = true } }));
        Assert.Null(_world.Find(Talk));

        Take(new ThreadUpdateEvent(Thread() with { ThreadMetadata = new ThreadMetadata() }));
        Assert.NotNull(_world.Find(Talk));

        Take(new ThreadDeleteEvent { Id = Talk, GuildId = Guild });
        Assert.Null(_world.Find(Talk));
    }

    [Fact]
    public void Many_messages_may_go_at_once()
    {
        Take(Whole());
        var gone = Take(new MessageDeleteBulkEvent { Ids = [At(1), At(2)], ChannelId = Help, GuildId = Guild }).Select(item => item.Event).OfType<MessageDeleted>();

        Assert.Equal([(long)At(1).Value, (long)At(2).Value], gone.Select(message => message.Id.Number));
    }

    private static string Text(ChannelSeen channel) => $"{channel.Name}: {channel.Visibility} {string.Join(' ', channel.Readers.Select(reader => reader.Value))}".TrimEnd();
}
