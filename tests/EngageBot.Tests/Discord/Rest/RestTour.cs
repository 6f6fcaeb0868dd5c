using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Tests.Discord.Rest;

/// <summary>A call of each method of the client, by its name.</summary>
internal static class RestTour
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly MessageProperties Message = new()
    {
        Content = "A question **waits**: <#5> 🎉",
        AllowedMentions = AllowedMentions.Only(new Snowflake(7)),
        Embeds =
        [
            new Embed
            {
                Title = "Waiting", Description = "2 posts", Url = "https://example.org/", Color = 0x5865F2, Footer = new EmbedFooter { Text = "today" },
                Author = new EmbedAuthor { Name = "ada" }, Image = new EmbedMedia { Url = "attachment://chart.png" },
                Fields = [new EmbedField { Name = "help", Value = "3 h", Inline = true }],
            },
        ],
        Components =
        [
            ComponentFactory.Row(
                ComponentFactory.Button("take:1", "I can help", ButtonStyle.Primary),
                ComponentFactory.Button("later:1", "Later", disabled: true) with { Emoji = new Emoji { Name = "⏰" } },
                ComponentFactory.LinkButton(new Uri("https://discord.com/channels/1/2/3"), "Go there")),
            ComponentFactory.Row(ComponentFactory.StringSelect("hours", [new SelectOption { Label = "9 to 5", Value = "9-17", Description = "office" }], "When?", 0)),
            ComponentFactory.Row(ComponentFactory.Select(ComponentType.ChannelSelect, "channels", "Which?", 1, 5)),
        ],
        Files = [new FileProperties("chart.png", new byte[] { 1, 2 }) { ContentType = "image/png", Description = "Answers per day" }],
        Flags = MessageFlags.SuppressNotifications,
    };

    private static readonly MessageEditProperties Edit = new() { Content = "Answered.", Components = [], Embeds = [], Flags = MessageFlags.SuppressEmbeds };

    public static IReadOnlyDictionary<string, Func<RestServer, Task>> Steps { get; } = new Dictionary<string, Func<RestServer, Task>>
    {
        [nameof(DiscordRestClient.GetGatewayBotAsync)] = server => Ok(server.Client.GetGatewayBotAsync(None)),
        [nameof(DiscordRestClient.GetCurrentApplicationAsync)] = server => Ok(server.Client.GetCurrentApplicationAsync(None)),
        [nameof(DiscordRestClient.GetCurrentUserAsync)] = server => Ok(server.Client.GetCurrentUserAsync(None)),
        [nameof(DiscordRestClient.GetCurrentUserGuildsAsync)] = server => Ok(server.Client.GetCurrentUserGuildsAsync(new Snowflake(1), None)),
        [nameof(DiscordRestClient.GetGuildAsync)] = server => Ok(server.Client.GetGuildAsync(server.Guild, None)),
        [nameof(DiscordRestClient.GetGuildChannelsAsync)] = server => Ok(server.Client.GetGuildChannelsAsync(server.Guild, None)),
        [nameof(DiscordRestClient.ListActiveGuildThreadsAsync)] = ListActiveThreads,
        [nameof(DiscordRestClient.GetGuildMemberAsync)] = server => Ok(server.Client.GetGuildMemberAsync(server.Guild, server.World.BotId, None)),
        [nameof(DiscordRestClient.GetChannelAsync)] = server => Ok(server.Client.GetChannelAsync(server.Channel, None)),
        [nameof(DiscordRestClient.ModifyChannelAsync)] = Modify,
        [nameof(DiscordRestClient.CreateDMAsync)] = server => Ok(server.Client.CreateDMAsync(server.World.AddMember(server.Guild, "ada"), None)),
        [nameof(DiscordRestClient.GetChannelMessagesAsync)] = server => Ok(server.Client.GetChannelMessagesAsync(server.Channel, null, new Snowflake(1), 50, None)),
        [nameof(DiscordRestClient.GetPagesBeforeAsync)] = async server => Assert.NotNull(await FirstAsync(server.Client.GetPagesBeforeAsync(server.Channel, new Snowflake(9), None))),
        [nameof(DiscordRestClient.GetPagesAfterAsync)] = async server => Assert.NotNull(await FirstAsync(server.Client.GetPagesAfterAsync(server.Channel, new Snowflake(9), None))),
        [nameof(DiscordRestClient.GetChannelMessageAsync)] = server => Ok(server.Client.GetChannelMessageAsync(server.Channel, Post(server), None)),
        [nameof(DiscordRestClient.CreateMessageAsync)] = Create,
        [nameof(DiscordRestClient.EditMessageAsync)] = server => Ok(server.Client.EditMessageAsync(server.Channel, Post(server), Edit with { Files = Message.Files }, None)),
        [nameof(DiscordRestClient.DeleteMessageAsync)] = server => Ok(server.Client.DeleteMessageAsync(server.Channel, Post(server), None)),
        [nameof(DiscordRestClient.CreateReactionAsync)] = server => Ok(server.Client.CreateReactionAsync(server.Channel, Post(server), new Emoji { Name = "👋" }, None)),
        [nameof(DiscordRestClient.DeleteOwnReactionAsync)] = React,
        [nameof(DiscordRestClient.StartThreadFromMessageAsync)] = server => Ok(server.Client.StartThreadFromMessageAsync(
            server.Channel, Post(server), new ThreadProperties("a thread") { AutoArchiveDuration = 60, RateLimitPerUser = 5 }, None)),
        [nameof(DiscordRestClient.StartThreadWithoutMessageAsync)] = server => Ok(server.Client.StartThreadWithoutMessageAsync(
            server.Channel, new ThreadProperties("a thread") { Invitable = false }, None)),
        [nameof(DiscordRestClient.StartThreadInForumAsync)] = PostInForum,
        [nameof(DiscordRestClient.AddThreadMemberAsync)] = server => Ok(server.Client.AddThreadMemberAsync(Thread(server), server.World.AddMember(server.Guild, "bob"), None)),
        [nameof(DiscordRestClient.GetThreadMemberAsync)] = async server =>
        {
            var (thread, bob) = (Thread(server), server.World.AddMember(server.Guild, "bob"));
            await Ok(server.Client.AddThreadMemberAsync(thread, bob, None));
            await Ok(server.Client.GetThreadMemberAsync(thread, bob, None));
        },
        [nameof(DiscordRestClient.ListThreadMembersAsync)] = server => Ok(server.Client.ListThreadMembersAsync(Thread(server), None)),
        [nameof(DiscordRestClient.ListPublicArchivedThreadsAsync)] = server => Ok(server.Client.ListPublicArchivedThreadsAsync(server.Channel, server.Clock.GetUtcNow(), None)),
        [nameof(DiscordRestClient.ListPrivateArchivedThreadsAsync)] = server => Ok(server.Client.ListPrivateArchivedThreadsAsync(server.Channel, null, None)),
        [nameof(DiscordRestClient.CreateInteractionResponseAsync)] = Respond,
        [nameof(DiscordRestClient.GetOriginalInteractionResponseAsync)] = async server => await Ok(server.Client.GetOriginalInteractionResponseAsync(server.World.BotId, await AnsweredAsync(server), None)),
        [nameof(DiscordRestClient.EditOriginalInteractionResponseAsync)] = async server => await Ok(server.Client.EditOriginalInteractionResponseAsync(server.World.BotId, await AnsweredAsync(server), Edit, None)),
        [nameof(DiscordRestClient.DeleteOriginalInteractionResponseAsync)] = async server => await Ok(server.Client.DeleteOriginalInteractionResponseAsync(server.World.BotId, await AnsweredAsync(server), None)),
        [nameof(DiscordRestClient.CreateFollowupMessageAsync)] = async server => await FollowUpAsync(server, await AnsweredAsync(server)),
        [nameof(DiscordRestClient.EditFollowupMessageAsync)] = EditFollowUp,
        [nameof(DiscordRestClient.DeleteFollowupMessageAsync)] = DeleteFollowUp,
        [nameof(DiscordRestClient.GetGlobalApplicationCommandsAsync)] = server => Ok(server.Client.GetGlobalApplicationCommandsAsync(server.World.BotId, None)),
        [nameof(DiscordRestClient.BulkOverwriteGlobalApplicationCommandsAsync)] = Register,
    };

    private static async Task Ok<T>(Task<RestResult<T>> call) => (await call).ValueOrThrow();

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            return item;
        }

        throw new InvalidOperationException("There is none.");
    }

    private static Snowflake Post(RestServer server) => server.World.AddMessage(server.Channel, server.World.BotId, "hello");

    private static Snowflake Thread(RestServer server) => server.World.AddThread(server.Channel, "a thread", server.World.BotId);

    private static async Task ListActiveThreads(RestServer server)
    {
        Thread(server);
        Assert.NotEmpty((await server.Client.ListActiveGuildThreadsAsync(server.Guild, None)).ValueOrThrow().Threads);
    }

    private static async Task Modify(RestServer server)
    {
        var forum = server.World.AddChannel(server.Guild, "forum", ChannelType.GuildForum);
        var tags = new ChannelEditProperties { AvailableTags = [new ForumTagProperties("waiting") { EmojiName = "⏳", Moderated = true }] };
        var changed = (await server.Client.ModifyChannelAsync(forum, tags, None)).ValueOrThrow();

        var post = server.World.AddThread(forum, "a post", server.World.BotId);
        var tagged = new ChannelEditProperties { AppliedTags = [changed.AvailableTags[0].Id], Archived = true, Locked = false, AutoArchiveDuration = 4_320 };
        var thread = (await server.Client.ModifyChannelAsync(post, tagged, None)).ValueOrThrow();
        Assert.Equal((changed.AvailableTags[0].Id, true), (Assert.Single(thread.AppliedTags), thread.ThreadMetadata!.Archived));
    }

    private static async Task Create(RestServer server)
    {
        var reply = new MessageReference { MessageId = Post(server), FailIfNotExists = false };
        var sent = (await server.Client.CreateMessageAsync(server.Channel, Message with { Reference = reply, Nonce = 42 }, None)).ValueOrThrow();
        Assert.Equal((MessageType.Reply, "42", 3), (sent.Type, sent.Nonce, sent.Components.Count));
        await Ok(server.Client.CreateMessageAsync(server.Channel, new MessageProperties { Content = "plain" }, None));
    }

    private static async Task React(RestServer server)
    {
        var post = Post(server);
        await Ok(server.Client.CreateReactionAsync(server.Channel, post, new Emoji { Name = "wave", Id = new Snowflake(7) }, None));
        await Ok(server.Client.DeleteOwnReactionAsync(server.Channel, post, new Emoji { Name = "wave", Id = new Snowflake(7) }, None));
    }

    private static async Task PostInForum(RestServer server)
    {
        var forum = server.World.AddChannel(server.Guild, "forum", ChannelType.GuildForum);
        var tag = server.World.AddTag(forum, "waiting");
        var post = (await server.Client.StartThreadInForumAsync(forum, new ForumPostProperties("a post", Message) { AppliedTags = [tag], AutoArchiveDuration = 1_440 }, None)).ValueOrThrow();
        Assert.Equal(tag, Assert.Single(post.AppliedTags));
        await Ok(server.Client.GetChannelMessageAsync(post.Id, post.Id, None));
    }

    private static async Task Respond(RestServer server)
    {
        InteractionResponse[] responses =
        [
            new InteractionResponse.ChannelMessageWithSource(Message with { Flags = MessageFlags.Ephemeral }),
            new InteractionResponse.DeferredChannelMessageWithSource(Ephemeral: true),
            new InteractionResponse.DeferredUpdateMessage(),
            new InteractionResponse.UpdateMessage(Edit),
            new InteractionResponse.ApplicationCommandAutocompleteResult([ApplicationCommandOptionChoice.Of("a", "a"), ApplicationCommandOptionChoice.Of("b", "b")]),
            new InteractionResponse.ApplicationCommandAutocompleteResult([ApplicationCommandOptionChoice.Of("one", 1L)]),
            new InteractionResponse.Modal("form", "About you",
            [
                ComponentFactory.Label("What do you know?", ComponentFactory.TextInput("skills", TextInputStyle.Paragraph, "C#", required: false, maxLength: 500), "Skills"),
                ComponentFactory.Label("When?", ComponentFactory.StringSelect("hours", [new SelectOption { Label = "9 to 5", Value = "9-17", Default = true }])),
            ]),
        ];
        foreach (var response in responses)
        {
            var interaction = server.World.AddInteraction(server.Channel);
            await Ok(server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, response, None));
        }
    }

    private static async Task<string> AnsweredAsync(RestServer server)
    {
        var interaction = server.World.AddInteraction(server.Channel);
        var deferred = new InteractionResponse.DeferredChannelMessageWithSource(Ephemeral: false);
        await Ok(server.Client.CreateInteractionResponseAsync(interaction.Id, interaction.Token, deferred, None));
        return interaction.Token;
    }

    private static async Task<Snowflake> FollowUpAsync(RestServer server, string token) =>
        (await server.Client.CreateFollowupMessageAsync(server.World.BotId, token, Message with { Flags = MessageFlags.Ephemeral }, None)).ValueOrThrow().Id;

    private static async Task EditFollowUp(RestServer server)
    {
        var token = await AnsweredAsync(server);
        await Ok(server.Client.EditFollowupMessageAsync(server.World.BotId, token, await FollowUpAsync(server, token), Edit with { Files = Message.Files }, None));
    }

    private static async Task DeleteFollowUp(RestServer server)
    {
        var token = await AnsweredAsync(server);
        await Ok(server.Client.DeleteFollowupMessageAsync(server.World.BotId, token, await FollowUpAsync(server, token), None));
    }

    private static async Task Register(RestServer server)
    {
        var option = new ApplicationCommandOption { Type = ApplicationCommandOptionType.String, Name = "topic", Description = "What about", Autocomplete = true, MaxLength = 50 };
        ApplicationCommandProperties[] commands =
        [
            new("help")
            {
                Description = "Shows what I can do",
                DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Zeigt, was ich kann" },
                Contexts = [InteractionContextType.Guild, InteractionContextType.BotDM],
                DefaultMemberPermissions = Permissions.ManageGuild,
                Options =
                [
                    new ApplicationCommandOption { Type = ApplicationCommandOptionType.SubCommand, Name = "about", Description = "One thing", Options = [option] },
                    new ApplicationCommandOption
                    {
                        Type = ApplicationCommandOptionType.SubCommand, Name = "wait", Description = "How long",
                        Options =
                        [
                            new ApplicationCommandOption { Type = ApplicationCommandOptionType.Integer, Name = "hours", Description = "Hours", Required = true, MinValue = 1, MaxValue = 24 },
                            new ApplicationCommandOption
                            {
                                Type = ApplicationCommandOptionType.Channel, Name = "where", Description = "Where", ChannelTypes = [ChannelType.GuildText, ChannelType.GuildForum],
                            },
                        ],
                    },
                ],
            },
            new("Not a question") { Type = ApplicationCommandType.Message },
        ];
        Assert.Equal(2, (await server.Client.BulkOverwriteGlobalApplicationCommandsAsync(server.World.BotId, commands, None)).ValueOrThrow().Count);
        await Ok(server.Client.GetGlobalApplicationCommandsAsync(server.World.BotId, None));
    }
}
