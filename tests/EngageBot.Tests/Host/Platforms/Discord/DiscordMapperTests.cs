using System.Text.Json;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.History.Discord;
using EngageBot.Host.Platforms.Discord.State;
using DiscordMapper = EngageBot.Host.Platforms.Discord.Mapping.DiscordMapper;

namespace EngageBot.Tests.Host.Platforms.Discord;

public sealed class DiscordMapperTests
{
    private static readonly Snowflake Guild = new(290926798626357999);
    private static readonly ChannelState Channel = new(new Snowflake(290926798999357250), Guild, ChannelType.GuildText) { Name = "general" };
    private static readonly ChannelState Thread = new(new Snowflake(1030000000000000001), Guild, ChannelType.PublicThread) { Parent = new Snowflake(1010000000000000001) };

    public static TheoryData<string, string, MessageTraits> Messages => new()
    {
        { "message_create", "Supa Hot", MessageTraits.HasAttachments },
        { "message_create_reply", "", MessageTraits.None },
        { "message_create_forward", "", MessageTraits.Forwarded },
        { "message_create_sticker", "", MessageTraits.None },
        { "message_create_system", "", MessageTraits.System },
        { "message_create_webhook", "", MessageTraits.Bot | MessageTraits.Webhook },
        { "message_create_without_content", "", MessageTraits.None },
    };

    [Theory, MemberData(nameof(Messages))]
    public void A_message_is_taken_with_what_it_is(string file, string text, MessageTraits traits)
    {
        var message = Message(file);
        var created = DiscordMapper.Created(message, Channel);

        Assert.Equal((Platform.Discord, "290926798626357999", "290926798999357250"), (created.Community.Platform, created.Community.Value, created.Channel.Value));
        Assert.Equal((message.Id.ToString(), message.Author.Id.ToString(), message.Timestamp), (created.Id.Spell(Platform.Discord), created.Author.Value, created.At));
        Assert.Equal(traits, created.Traits);
        Assert.Equal(text.Length == 0 ? message.Content : text, created.Text);
        Assert.Null(created.Thread);
    }

    [Fact]
    public void Only_a_reply_answers()
    {
        Assert.NotNull(DiscordMapper.Created(Message("message_create_reply"), Channel).ReplyTo);
        Assert.All(Messages.Select(row => (string)row[0]).Where(file => file != "message_create_reply"), file => Assert.Null(DiscordMapper.Created(Message(file), Channel).ReplyTo));
    }

    [Fact]
    public void What_is_written_in_a_thread_belongs_to_its_channel()
    {
        var created = DiscordMapper.Created(Message("message_create"), Thread);

        Assert.Equal(("1010000000000000001", 1030000000000000001L), (created.Channel.Value, created.Thread!.Value.Number));
    }

    [Fact]
    public void A_private_thread_is_a_channel_of_its_own()
    {
        var created = DiscordMapper.Created(Message("message_create"), Thread with { Type = ChannelType.PrivateThread });

        Assert.Equal(("1030000000000000001", null), (created.Channel.Value, created.Thread));
    }

    [Fact]
    public void A_message_that_started_a_thread_says_so_when_it_is_read_later()
    {
        var created = DiscordMapper.Created(Message("message_create") with { Flags = MessageFlags.HasThread }, Channel);

        Assert.Equal(created.Id, created.Thread);
    }

    [Fact]
    public void Whom_the_text_begins_with_is_mentioned_first()
    {
        var message = Message("message_create") with
        {
            Content = "<@12> and <@11>, who knows?",
            Mentions = [new MentionedUser { Id = new Snowflake(11) }, new MentionedUser { Id = new Snowflake(12) }],
        };

        Assert.Equal(["12", "11"], DiscordMapper.Created(message, Channel).Mentions.Select(member => member.Value));
    }

    [Fact]
    public void Text_that_no_database_takes_is_cleaned() =>
        Assert.Equal("a\uFFFDb", DiscordMapper.Created(Message("message_create") with { Content = "a\0b" }, Channel).Text);

    [Fact]
    public void An_edit_is_one_and_a_preview_is_none()
    {
        var edited = DiscordMapper.Edited((MessageUpdateEvent)Read("message_update"), Channel)!;

        Assert.Equal(("Supa Cold", 334385199974967042L), (edited.Text, edited.Id.Number));
        Assert.Null(DiscordMapper.Edited((MessageUpdateEvent)Read("message_update_preview"), Channel));
    }

    [Fact]
    public void What_no_person_wrote_is_no_edit()
    {
        var update = (MessageUpdateEvent)Read("message_update");

        Assert.Null(DiscordMapper.Edited(update with { Author = update.Author! with { Bot = true } }, Channel));
        Assert.Null(DiscordMapper.Edited(update with { WebhookId = new Snowflake(1) }, Channel));
        Assert.Null(DiscordMapper.Edited(update with { Type = MessageType.ChatInputCommand }, Channel));
        Assert.Null(DiscordMapper.Edited(update with { EditedTimestamp = null }, Channel));
    }

    [Fact]
    public void A_member_has_the_name_that_others_see()
    {
        var user = new User { Id = new Snowflake(7), Username = "mason", GlobalName = "Mason" };

        Assert.Equal("mace", DiscordMapper.Seen(Channel.Community, user, new Member { Nick = "mace" }, isBot: false, default).Name);
        Assert.Equal("Mason", DiscordMapper.Seen(Channel.Community, user, new Member(), isBot: false, default).Name);
        Assert.Equal("mason", DiscordMapper.Seen(Channel.Community, user with { GlobalName = null }, member: null, isBot: false, default).Name);
        Assert.Equal("7", DiscordMapper.Seen(Channel.Community, new User { Id = new Snowflake(7) }, member: null, isBot: false, default).Name);
    }

    [Fact]
    public void Live_and_exported_messages_are_of_the_same_sorts()
    {
        foreach (var type in Enum.GetValues<MessageType>())
        {
            var traits = DiscordMapper.Created(new Message { Type = type }, Channel).Traits;
            var exported = DiscordKinds.OfMessage(((int)type).ToString());

            Assert.Equal(exported == DiscordMessageKind.System, traits.HasFlag(MessageTraits.System));
            Assert.Equal(exported == DiscordMessageKind.Command, traits.HasFlag(MessageTraits.Bot));
        }
    }

    [Fact]
    public void Live_and_exported_channels_hold_the_same_messages()
    {
        foreach (var type in Enum.GetValues<ChannelType>())
        {
            var state = new ChannelState(new Snowflake(1), Guild, type) { Parent = new Snowflake(2) };
            Assert.Equal(DiscordKinds.OfChannel(((int)type).ToString()) == DiscordChannelKind.Thread, state.IsPublicThread);
        }
    }

    internal static GatewayEvent Read(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Discord", "Gateway", "Payloads", file + ".json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return GatewayEventReader.Read(
            System.Text.Encoding.UTF8.GetBytes(json.RootElement.GetProperty("t").GetString()!), System.Text.Encoding.UTF8.GetBytes(json.RootElement.GetProperty("d").GetRawText()));
    }

    private static Message Message(string file) => ((MessageCreateEvent)Read(file)).Message;
}
