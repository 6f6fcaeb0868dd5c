using System.Text;
using EngageBot.Commands;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord.Commands;

namespace EngageBot.Tests.Host.Platforms.Discord.Commands;

public sealed class InteractionTests
{
    private static readonly Dictionary<string, string> OnMessages = new() { ["Why this?"] = "why" };

    [Fact]
    public void A_file_goes_with_an_answer_that_its_asker_alone_sees()
    {
        var reply = new CommandReply.Says("here") { File = new ReplyFile("export.json", Encoding.UTF8.GetBytes("{}")) };

        var message = Assert.IsType<InteractionResponse.ChannelMessageWithSource>(InteractionReplies.Of(reply, server: null)).Message;
        Assert.Equal("export.json", Assert.Single(message.Files).Name);
        Assert.True(message.Flags.HasFlag(MessageFlags.Ephemeral));
        Assert.Equal("export.json", Assert.Single(InteractionReplies.Late(reply, server: null)!.Files).Name);
    }

    [Fact]
    public void A_message_can_be_asked_about_in_the_conversation_with_the_bot_though_nobody_says_of_which_server_it_is()
    {
        var interaction = new Interaction
        {
            Id = new Snowflake(1),
            Type = InteractionType.ApplicationCommand,
            User = new User { Id = new Snowflake(7) },
            ChannelId = new Snowflake(8),
            Data = new InteractionData { Type = ApplicationCommandType.Message, TargetId = new Snowflake(9), Name = "Why this?" },
        };

        var asked = Assert.IsType<CommandRequest.OnMessage>(InteractionReader.Read(interaction, DateTimeOffset.UnixEpoch, _ => null, OnMessages));
        Assert.Equal(("why", "7", 9), (asked.Command, asked.Member.Value, asked.Message.Id.Number));
        Assert.Null(InteractionReader.Read(interaction with { Data = interaction.Data with { Name = "Not ours" } }, DateTimeOffset.UnixEpoch, _ => null, OnMessages));
    }

    [Fact]
    public void On_a_message_in_a_channel_that_the_bot_cannot_see_the_command_says_what_there_is_to_say()
    {
        var interaction = new Interaction
        {
            Id = new Snowflake(1),
            Type = InteractionType.ApplicationCommand,
            GuildId = new Snowflake(5),
            User = new User { Id = new Snowflake(7) },
            ChannelId = new Snowflake(8),
            Data = new InteractionData { Type = ApplicationCommandType.Message, TargetId = new Snowflake(9), Name = "Why this?" },
        };

        var asked = Assert.IsType<CommandRequest.OnMessage>(InteractionReader.Read(interaction, DateTimeOffset.UnixEpoch, _ => null, OnMessages));
        Assert.Equal(("5", "8", 9), (asked.Community.Value, asked.Message.Channel.Value, asked.Message.Id.Number));
    }
}
