using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using EngageBot.Discord.Rest.Validation;
using EngageBot.Discord.Rest.Wire;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>What Discord would refuse is told before anything is sent.</summary>
public sealed class MessageLimitsTests
{
    private static readonly Component Button = ComponentFactory.Button("id", "label");

    public static TheoryData<string, MessageProperties, bool> Messages => new()
    {
        { "2,000 characters", new MessageProperties { Content = new string('a', 2_000) }, true },
        { "2,001 characters", new MessageProperties { Content = new string('a', 2_001) }, false },
        { "nothing", new MessageProperties(), false },
        { "blanks", new MessageProperties { Content = " \n" }, false },
        { "an embed only", new MessageProperties { Embeds = [new Embed { Title = "title" }] }, true },
        { "11 embeds", new MessageProperties { Embeds = [.. Enumerable.Repeat(new Embed { Title = "title" }, 11)] }, false },
        { "a long embed", new MessageProperties { Embeds = [new Embed { Description = new string('a', 4_097) }] }, false },
        { "long embeds", new MessageProperties { Embeds = [.. Enumerable.Repeat(new Embed { Description = new string('a', 3_001) }, 2)] }, false },
        { "26 fields", new MessageProperties { Embeds = [new Embed { Fields = [.. Enumerable.Repeat(new EmbedField { Name = "a", Value = "b" }, 26)] }] }, false },
        { "an empty field", new MessageProperties { Embeds = [new Embed { Fields = [new EmbedField { Name = "a" }] }] }, false },
        { "5 buttons", new MessageProperties { Components = [ComponentFactory.Row([.. Enumerable.Repeat(Button, 5)])] }, true },
        { "6 buttons", new MessageProperties { Components = [ComponentFactory.Row([.. Enumerable.Repeat(Button, 6)])] }, false },
        { "6 rows", new MessageProperties { Components = [.. Enumerable.Repeat(ComponentFactory.Row(Button), 6)] }, false },
        { "an empty row", new MessageProperties { Components = [ComponentFactory.Row()] }, false },
        { "a long id", new MessageProperties { Components = [ComponentFactory.Row(ComponentFactory.Button(new string('a', 101), "label"))] }, false },
        { "a long label", new MessageProperties { Components = [ComponentFactory.Row(ComponentFactory.Button("id", new string('a', 81)))] }, false },
        { "a link with an id", new MessageProperties { Components = [ComponentFactory.Row(Button with { Url = "https://example.org" })] }, false },
        { "a menu beside a button", new MessageProperties { Components = [ComponentFactory.Row(Button, ComponentFactory.Select(ComponentType.UserSelect, "id"))] }, false },
        { "11 files", new MessageProperties { Files = [.. Enumerable.Repeat(new FileProperties("a.png", default), 11)] }, false },
        { "a long description", new MessageProperties { Files = [new FileProperties("a.png", default) { Description = new string('a', 1_025) }] }, false },
        { "no content type", new MessageProperties { Files = [new FileProperties("a.png", default) { ContentType = "a\r\nb: c" }] }, false },
        { "101 users", new MessageProperties { Content = "a", AllowedMentions = AllowedMentions.Only([.. Enumerable.Range(1, 101).Select(id => new Snowflake((ulong)id))]) }, false },
        { "all users and one", new MessageProperties { Content = "a", AllowedMentions = AllowedMentions.Only(new Snowflake(1)) with { Parse = [AllowedMentionType.Users] } }, false },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message(string what, MessageProperties message, bool isTaken)
    {
        var fault = Record.Exception(() => MessageRules.Validate(message));
        Assert.True(isTaken == fault is null, $"{what}: {fault}");
        Assert.True(fault is null or InvalidRequestException);
    }

    [Fact]
    public async Task What_is_too_long_is_not_sent()
    {
        await using var server = await RestServer.StartAsync();

        var fault = await Assert.ThrowsAsync<InvalidRequestException>(() => server.SayAsync(new string('a', 2_001)));

        Assert.Equal("The text has 2001 characters, and Discord takes 2000.", fault.Message);
        Assert.Empty(server.Rest.Calls);
    }

    [Fact]
    public void A_message_for_a_webhook_has_neither_a_nonce_nor_a_reply()
    {
        Assert.Throws<InvalidRequestException>(() => MessageBodies.ForWebhook(new MessageProperties { Content = "a", Nonce = 1 }));
        Assert.Throws<InvalidRequestException>(() => MessageBodies.ForWebhook(MessageProperties.Reply(new Snowflake(1), "a")));
    }

    [Theory]
    [InlineData("", null, null, 0, false)]
    [InlineData("name", null, null, 5, true)]
    [InlineData("name", null, null, 6, false)]
    [InlineData("name", 60, 21_600, 0, true)]
    [InlineData("name", 61, null, 0, false)]
    [InlineData("name", null, 21_601, 0, false)]
    public void A_post(string name, int? minutes, int? slowMode, int tags, bool isTaken)
    {
        var post = new ForumPostProperties(name, new MessageProperties { Content = "text" })
        {
            AutoArchiveDuration = minutes,
            RateLimitPerUser = slowMode,
            AppliedTags = [.. Enumerable.Range(1, tags).Select(tag => new Snowflake((ulong)tag))],
        };
        Assert.Equal(isTaken, Record.Exception(() => ChannelRules.Validate(post)) is null);
    }

    [Theory]
    [InlineData("id", "title", 1, true)]
    [InlineData("", "title", 1, false)]
    [InlineData("id", "", 1, false)]
    [InlineData("id", "title", 0, false)]
    [InlineData("id", "title", 6, false)]
    public void A_form(string id, string title, int fields, bool isTaken)
    {
        var field = ComponentFactory.Label("label", ComponentFactory.TextInput("field", TextInputStyle.Short));
        var modal = new InteractionResponse.Modal(id, title, [.. Enumerable.Repeat(field, fields)]);
        Assert.Equal(isTaken, Record.Exception(() => ComponentRules.Validate(modal)) is null);
    }

    [Theory]
    [InlineData("name", "description", false, true)]
    [InlineData("", "description", false, false)]
    [InlineData("name", "", false, false)]
    [InlineData("name", "description", true, false)]
    public void A_command(string name, string description, bool requiredAfterOptional, bool isTaken)
    {
        var optional = new ApplicationCommandOption { Type = ApplicationCommandOptionType.String, Name = "first", Description = "first" };
        var command = new ApplicationCommandProperties(name)
        {
            Description = description,
            Options = [optional, optional with { Name = "second", Required = requiredAfterOptional }],
        };
        Assert.Equal(isTaken, Record.Exception(() => CommandRules.Validate([command])) is null);
    }

    [Fact]
    public void Two_commands_cannot_have_one_name()
    {
        var command = new ApplicationCommandProperties("name") { Description = "description" };
        Assert.Throws<InvalidRequestException>(() => CommandRules.Validate([command, command]));
        CommandRules.Validate([command, new ApplicationCommandProperties("name") { Type = ApplicationCommandType.Message }]);
    }
}
