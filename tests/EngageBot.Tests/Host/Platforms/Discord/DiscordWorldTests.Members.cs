using EngageBot.Chat;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Pipeline;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <content>Who comes, changes and goes.</content>
public sealed partial class DiscordWorldTests
{
    private static readonly User Ada = new() { Id = new Snowflake(7), Username = "ada" };
    private static readonly Snowflake Staff = new(77);

    public static TheoryData<GatewayEvent, string> Members => new()
    {
        { new GuildMemberAddEvent { GuildId = Guild, User = Ada, JoinedAt = Now.AddDays(-1), Pending = true }, "ada, joined 2026-01-04, pending" },
        { new GuildMemberAddEvent { GuildId = Guild, User = Ada, JoinedAt = Now, CommunicationDisabledUntil = Now.AddHours(1) }, "ada, joined 2026-01-05, silent until 13:00" },
        { new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, Nick = "countess" }, "countess" },
        { new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, Pending = true }, "ada, pending" },
        { new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, CommunicationDisabledUntil = Now.AddHours(2) }, "ada, silent until 14:00" },
        { new MessageCreateEvent(Said(1).Message with { Member = new Member { JoinedAt = Now, Pending = true } }), "ada, joined 2026-01-05, pending" },
        { new MessageCreateEvent(Said(1).Message with { Member = new Member { CommunicationDisabledUntil = Now.AddHours(1) } }), "ada, silent until 13:00" },
        { new MessageCreateEvent(Said(1).Message with { Member = null }), "ada, who knows how" },
        { new GuildMemberRemoveEvent { GuildId = Guild, User = Ada }, "7 left" },
    };

    [Theory, MemberData(nameof(Members))]
    public void What_is_told_of_a_member_is_known_of_him(GatewayEvent happened, string known)
    {
        Take(Whole());

        Assert.Equal(known, Assert.Single(OfMembers(Take(happened))));
    }

    [Fact]
    public void A_member_is_told_of_again_when_he_stands_otherwise_or_comes_back()
    {
        Take(Whole());
        Take(Said(1));

        var silenced = new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, CommunicationDisabledUntil = Now.AddHours(1) };
        Assert.Equal(["ada, silent until 13:00"], OfMembers(Take(silenced)));
        Assert.Empty(OfMembers(Take(silenced)));
        Assert.Equal(["7 left"], OfMembers(Take(new GuildMemberRemoveEvent { GuildId = Guild, User = Ada })));
        Assert.Equal(["ada, silent until 13:00"], OfMembers(Take(silenced)));
    }

    public static TheoryData<GatewayEvent> Meetings => new()
    {
        new MessageCreateEvent(Said(1).Message with { Member = OfStaff }),
        new MessageCreateEvent(Said(1).Message with { Author = new User { Id = new Snowflake(8) }, Mentions = [new MentionedUser { Id = Ada.Id, Username = "ada", Member = OfStaff }] }),
        new MessageReactionAddEvent { GuildId = Guild, ChannelId = Help, MessageId = At(1), UserId = Ada.Id, Member = OfStaff, Emoji = new Emoji { Name = "✅" } },
        new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, Roles = [Staff] },
    };

    private static Member OfStaff => new() { User = Ada, Roles = [Staff] };

    [Theory, MemberData(nameof(Meetings))]
    public void Wherever_a_member_is_met_his_roles_are_told_of(GatewayEvent meeting)
    {
        var guild = Whole().Guild;
        Take(new GuildCreateEvent(guild with { Roles = [.. guild.Roles, new Role { Id = Staff, Name = "staff", Permissions = Permissions.ManageMessages }] }));

        var seen = Take(meeting).Select(item => item.Event).OfType<MemberSeen>().Single(member => member.Member.Value == "7");

        Assert.Equal(["77", "staff"], seen.Roles);
        Assert.True(seen.IsTeam);
    }

    [Fact]
    public void Whose_roles_open_a_private_channel_reads_it_until_they_do_no_more()
    {
        var guild = Whole().Guild;
        Take(new GuildCreateEvent(guild with { Roles = [.. guild.Roles, new Role { Id = Staff }], Channels = [.. guild.Channels.Take(1), Opened(guild.Channels[1])] }));

        Assert.Equal(["1"], Readers(new GuildMemberUpdateEvent { GuildId = Guild, User = new User { Id = Bot }, Roles = [Staff] })); // The bot's own roles: all is told anew.
        Assert.Equal(["1", "7"], Readers(new GuildMemberAddEvent { GuildId = Guild, User = Ada, Roles = [Staff] }));
        Assert.Null(Readers(new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, Roles = [Staff], Nick = "countess" }));
        Assert.Equal(["1"], Readers(new GuildMemberUpdateEvent { GuildId = Guild, User = Ada }));
        Assert.Null(Readers(new GuildMemberUpdateEvent { GuildId = Guild, User = Ada, Nick = "duchess" }));
    }

    [Fact]
    public void Who_wrote_in_a_private_channel_and_left_reads_it_no_more()
    {
        Take(Whole());
        Take(Said(1, new Snowflake(201)));

        Assert.Equal(["1"], Readers(new GuildMemberRemoveEvent { GuildId = Guild, User = Ada }));
        Assert.Null(Readers(new GuildMemberRemoveEvent { GuildId = Guild, User = Ada }));
    }

    private static Channel Opened(Channel channel) =>
        channel with { PermissionOverwrites = [.. channel.PermissionOverwrites, new PermissionOverwrite { Id = Staff, Allow = Permissions.ViewChannel }] };

    /// <summary>Who reads the private channel, where that is told of.</summary>
    private IEnumerable<string>? Readers(GatewayEvent happened) => Take(happened)
        .Select(item => item.Event)
        .OfType<ChannelSeen>()
        .SingleOrDefault(channel => channel.Name == "staff")?.Readers.Select(reader => reader.Value).Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> OfMembers(IEnumerable<QueuedEvent> items) => [.. items.Select(item => item.Event).Select(told => told switch
    {
        MemberSeen seen => seen.Name
            + (seen.JoinedAt is { } joined ? $", joined {joined:yyyy-MM-dd}" : string.Empty)
            + (seen.Standing is null ? ", who knows how" : string.Empty)
            + (seen.Standing?.IsPending == true ? ", pending" : string.Empty)
            + (seen.Standing?.TimedOutUntil is { } until ? $", silent until {until:HH:mm}" : string.Empty),
        MemberLeft left => $"{left.Member.Value} left",
        _ => null,
    }).OfType<string>()];
}
