using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Discord.Rest;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Host.Platforms.Discord.Commands;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.TestKit;
using EngageBot.Texts;
using DiscordRules = EngageBot.Discord.Rest.Validation;
using SlackRules = EngageBot.Slack.Validation;

namespace EngageBot.Tests.Host.Platforms;

/// <summary>
/// Every answer to every command, with all its buttons and forms, in every language, in a <see cref="CrowdedWorld"/>: within what platforms take, and whole. What does not fit is on
/// another page, or it is said how much more there is.
/// </summary>
public sealed class EveryAnswerFitsTests
{
    /// <summary>After these there is less to be shown: they come last.</summary>
    private static readonly List<string> Silencing = ["quiet", "observe", "optout", "privacy"];

    private static readonly CommunityId Server = new(Platform.Discord, "1234567890123456789");
    private static readonly Uri Workspace = new("https://a-workspace-with-a-rather-long-name.slack.com/");

    private readonly List<string> _faults = [];
    private readonly HashSet<string> _followed = [];
    private TextBook _texts = null!;
    private LiveStory _story = null!;

    public static TheoryData<string> Languages => [.. TextBook.Languages];

    [Theory, MemberData(nameof(Languages))]
    public async Task Nothing_is_longer_than_a_platform_takes_and_nothing_is_cut_without_a_word(string language)
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        await using var story = await CrowdedWorld.BeginAsync(database);
        (_story, _texts) = (story, TextBook.In(language));
        foreach (var command in story.EveryCommand.OrderBy(command => Silencing.IndexOf(command.Name)).ThenBy(command => command.Name, StringComparer.Ordinal))
        {
            foreach (var request in WaysToAsk(command))
            {
                await FollowAsync(request, depth: 3);
            }
        }

        Assert.True(_followed.Count > 50, "hardly anything was asked");
        Assert.True(_faults.Count == 0, string.Join('\n', _faults.Select(fault => OneLine.Of(fault, 200))));
    }

    /// <summary>With every choice once, on messages of members and of the bot, and, where it cannot be written, not at all.</summary>
    private IEnumerable<CommandRequest> WaysToAsk(ISlashCommand command)
    {
        var asker = By(command.IsForModerators ? CrowdedWorld.Moderator : CrowdedWorld.Member);
        foreach (var message in command.IsOnMessages ? _story.Platform.Sent.Select(sent => sent.Place).TakeLast(5).Append(new MessagePlace(CrowdedWorld.Channel(1), Thread: null, new MessageId(10_001))) : [])
        {
            yield return new CommandRequest.OnMessage(asker, command.Name, message);
        }

        if (!command.IsListed)
        {
            yield break;
        }

        foreach (var (option, choice) in command.Options.SelectMany(option => option.Choices.DefaultIfEmpty().Select(choice => ((CommandOption?)option, choice))).Prepend((null, null)))
        {
            var given = command.Options.Where(one => one == option || (option is not null && one.Choices.Count == 0) || one.IsRequired);
            yield return new CommandRequest.Typed(asker, command.Name)
            {
                IsForModerators = command.IsForModerators, Options = given.ToDictionary(one => one.Name, one => one == option && choice is not null ? choice : Given(one)),
            };
        }
    }

    private static string Given(CommandOption option) => option.Kind switch
    {
        _ when option.Choices.Count > 0 => option.Choices[0],
        CommandOptionKind.Number => "2",
        CommandOptionKind.Member => CrowdedWorld.Member,
        CommandOptionKind.Channel => CrowdedWorld.Channel(1).Value,
        _ => CrowdedWorld.Named("word", 1, 200),
    };

    /// <summary>Asks, looks at the answer, and presses what is under it; each button once, whatever it is about.</summary>
    private async Task FollowAsync(CommandRequest request, int depth)
    {
        var reply = await _story.RunAsync(request);
        Look(request, reply);
        IReadOnlyList<MessageButton> buttons = reply switch { CommandReply.Says says => says.Buttons, CommandReply.Replaces replaces => replaces.Buttons, CommandReply.ShowsPage page => page.InWords.Buttons, _ => [] };
        foreach (var button in depth == 0 ? [] : buttons.Where(button => _followed.Add($"{button.Id.Command} {button.Id.Action}")))
        {
            await FollowAsync(new CommandRequest.Pressed(request.By, button.Id, Message: null), depth - 1);
        }

        if (reply is CommandReply.Opens { Form: var form } && depth > 0 && _followed.Add($"form {form.Id.Command} {form.Id.Action}"))
        {
            await FollowAsync(new CommandRequest.Submitted(request.By, form.Id, form.Fields.ToDictionary(field => field.Name, field => field.Value)), depth - 1);
        }
    }

    private void Look(CommandRequest request, CommandReply reply)
    {
        var text = reply switch { CommandReply.Says says => says.Text, CommandReply.Replaces replaces => replaces.Text, CommandReply.ShowsPage page => page.InWords.Text, CommandReply.Complains complains => complains.InWords, _ => string.Empty };
        var name = request switch
        {
            CommandRequest.Typed typed => $"{typed.Command} {string.Join(' ', typed.Options.Select(option => $"{option.Key}={(option.Value.Length > 20 ? "…" : option.Value)}"))}",
            CommandRequest.OnMessage chosen => $"{chosen.Command} on a message",
            CommandRequest.Pressed pressed => $"{pressed.Button.Command}:{pressed.Button.Action}",
            _ => $"form {((CommandRequest.Submitted)request).Form.Command}:{((CommandRequest.Submitted)request).Form.Action}",
        };
        if (text == _texts["command.failed"])
        {
            _faults.Add($"{name}: fails");
        }

        _faults.AddRange(reply is CommandReply.Opens { Form.Fields: var fields }
            ? fields.Where(field => field.Value.Length > field.MostCharacters).Select(field => $"{name}: {field.Value.Length} characters in the field {field.Name}, which takes {field.MostCharacters}")
            : []);
        var escaped = DiscordText.Escape(text);
        if (escaped.Length > DiscordLimits.Content)
        {
            _faults.Add($"{name}: {escaped.Length} characters on Discord: {text}");
        }

        if (text.Length > SlackBlocks.LongestText)
        {
            _faults.Add($"{name}: {text.Length} characters on Slack");
        }

        Check(name, "Discord", () => OnDiscord(reply));
        Check(name, "Slack", () => OnSlack(reply));
    }

    private void Check(string name, string platform, Action render)
    {
        try
        {
            render();
        }
        catch (Exception fault) when (fault is EngageBot.Discord.Rest.InvalidRequestException or EngageBot.Slack.InvalidRequestException)
        {
            _faults.Add($"{name}: {platform} does not take it: {fault.Message}");
        }
    }

    private static void OnDiscord(CommandReply reply)
    {
        switch (InteractionReplies.Of(reply, Server))
        {
            case InteractionResponse.ChannelMessageWithSource { Message: var message }:
                DiscordRules.MessageRules.Validate(message);
                break;
            case InteractionResponse.UpdateMessage { Message: var edit }:
                DiscordRules.MessageRules.Validate(edit);
                break;
            case InteractionResponse.Modal modal:
                DiscordRules.ComponentRules.Validate(modal);
                break;
        }

        if (InteractionReplies.Late(reply, Server) is { } late)
        {
            DiscordRules.MessageRules.Validate(late);
        }
    }

    private void OnSlack(CommandReply reply)
    {
        SlackRules.ViewRules.Validate(SlackReplies.ViewOf(reply, _texts, Workspace));
        SlackRules.ViewRules.Validate(SlackHome.PageOf(reply, Workspace));
        if (reply is not CommandReply.Opens)
        {
            var message = SlackReplies.MessageOf(reply, Workspace);
            SlackRules.MessageRules.Validate(message.Text ?? string.Empty, message.Blocks ?? [], metadata: null);
        }
    }

    private Asker By(string member) => new(TestTime.Community, TestTime.Member(member), _story.Clock.GetUtcNow())
    {
        Name = member, ManagesCommunity = member == CrowdedWorld.Moderator, Language = _texts.Language, Channel = CrowdedWorld.Channel(1),
    };
}
