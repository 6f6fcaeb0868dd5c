using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;

namespace EngageBot.Tests.Discord.Gateway;

/// <summary>Payloads as they are on the wire, one file an event and more where an event has several faces.</summary>
public sealed class PayloadFilesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Discord", "Gateway", "Payloads");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory, MemberData(nameof(Files))]
    public void A_payload_becomes_the_record_of_its_event(string file)
    {
        var read = Read(file);

        Assert.DoesNotContain(nameof(InvalidEvent), read.GetType().Name, StringComparison.Ordinal);
        Assert.StartsWith(file.Replace("_", "", StringComparison.Ordinal)[..5], read.GetType().Name, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_event_that_is_read_has_a_file()
    {
        var files = Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file).ToUpperInvariant());
        Assert.Empty(GatewayEventReader.Names.Except(files));
    }

    [Fact]
    public void A_message_has_its_author_member_mentions_and_files()
    {
        var message = Read<MessageCreateEvent>("message_create").Message;

        Assert.Equal(("Supa Hot", "mason", "mace"), (message.Content, message.Author.Username, message.Member!.Nick));
        Assert.Equal(290926798626357999UL, message.GuildId!.Value.Value);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 18, 11, 9, 123, TimeSpan.Zero), message.Timestamp);
        Assert.Equal("mace", Assert.Single(message.Mentions).Member!.Nick);
        Assert.Equal("log.txt", Assert.Single(message.Attachments).Filename);
        Assert.Equal("334385199974967041", message.Nonce);
    }

    [Fact]
    public void A_reply_a_forward_and_a_bridged_message_can_be_told_apart()
    {
        var reply = Read<MessageCreateEvent>("message_create_reply").Message;
        Assert.Equal((MessageType.Reply, "a question"), (reply.Type, reply.ReferencedMessage!.Content));

        var forward = Read<MessageCreateEvent>("message_create_forward").Message;
        Assert.Equal((MessageType.Default, MessageReferenceType.Forward), (forward.Type, forward.MessageReference!.Type));
        Assert.Equal("forwarded words", Assert.Single(forward.MessageSnapshots).Message.Content);

        var bridged = Read<MessageCreateEvent>("message_create_webhook").Message;
        Assert.Equal(223704706495545344UL, bridged.WebhookId!.Value.Value);
        Assert.Null(bridged.Member);
    }

    [Fact]
    public void An_update_leaves_out_what_did_not_change()
    {
        Assert.Equal("Supa Cold", Read<MessageUpdateEvent>("message_update").Content);

        var preview = Read<MessageUpdateEvent>("message_update_preview");
        Assert.Null(preview.Content);
        Assert.Null(preview.EditedTimestamp);
        Assert.Equal("link", Assert.Single(preview.Embeds!).Type);
    }

    [Fact]
    public void A_guild_has_its_roles_channels_threads_and_the_bot_itself()
    {
        var guild = Read<GuildCreateEvent>("guild_create").Guild;

        Assert.Equal(2, guild.Roles.Count);
        Assert.Equal([ChannelType.GuildText, ChannelType.GuildForum], guild.Channels.Select(channel => channel.Type));
        Assert.Equal([Permissions.ViewChannel, Permissions.None], guild.Channels[0].PermissionOverwrites.Select(overwrite => overwrite.Deny));
        Assert.Equal(["waiting", "rust"], guild.Channels[1].AvailableTags.Select(tag => tag.Name));
        Assert.Equal(1020000000000000002UL, Assert.Single(Assert.Single(guild.Threads).AppliedTags).Value);
        Assert.True(Read<GuildCreateEvent>("guild_create_unavailable").Guild.Unavailable);
    }

    [Fact]
    public void An_outage_is_not_a_removal()
    {
        Assert.False(Read<GuildDeleteEvent>("guild_delete").Guild.Unavailable);
        Assert.True(Read<GuildDeleteEvent>("guild_delete_unavailable").Guild.Unavailable);
    }

    [Fact]
    public void Threads_have_members_and_tags()
    {
        Assert.True(Read<ThreadCreateEvent>("thread_create").Thread.NewlyCreated);
        var members = Read<ThreadMembersUpdateEvent>("thread_members_update");
        Assert.Equal(53908099506183680UL, Assert.Single(members.AddedMembers).UserId!.Value.Value);
        Assert.Equal(82198898841029460UL, Assert.Single(members.RemovedMemberIds).Value);
        Assert.Single(Read<ThreadListSyncEvent>("thread_list_sync").Threads);
    }

    [Fact]
    public void A_command_a_click_a_form_and_a_menu_bring_what_was_filled_in()
    {
        var show = Assert.Single(Read<InteractionCreateEvent>("interaction_create").Interaction.Data!.Options);
        Assert.Equal(("show", ApplicationCommandOptionType.SubCommand), (show.Name, show.Type));
        Assert.Equal("The Gitrog Monster", show.Options[0].Value!.Value.GetString());
        Assert.Equal(5, show.Options[1].Value!.Value.GetInt32());

        Assert.Equal("snooze:17", Read<InteractionCreateEvent>("interaction_create_component").Interaction.Data!.CustomId);
        var label = Assert.Single(Read<InteractionCreateEvent>("interaction_create_modal").Interaction.Data!.Components);
        Assert.Equal("I like rust", label.Labelled!.Value);

        var menu = Read<InteractionCreateEvent>("interaction_create_message_menu").Interaction.Data!;
        Assert.Equal("Supa Hot", menu.Resolved!.Messages![menu.TargetId!.Value].Content);
    }

    [Fact]
    public void A_component_nobody_knows_does_not_cost_its_message()
    {
        var components = Read<MessageCreateEvent>("message_create_components").Message.Components;

        Assert.Equal(["true", null], components.Select(component => component.Value));
    }

    [Fact]
    public void An_interaction_does_not_print_its_token() =>
        Assert.DoesNotContain("A_UNIQUE_TOKEN", Read("interaction_create").ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_event_nobody_reads_has_its_name_only() =>
        Assert.Equal(new UnknownEvent("GUILD_SOUNDBOARD_SOUND_CREATE"), Read("unknown"));

    private static T Read<T>(string file)
        where T : GatewayEvent => Assert.IsType<T>(Read(file));

    private static GatewayEvent Read(string file)
    {
        var read = PayloadReader.Read(File.ReadAllBytes(Path.Combine(Folder, file + ".json")));
        Assert.Equal(42, read.Sequence);
        return read.Event!;
    }
}
