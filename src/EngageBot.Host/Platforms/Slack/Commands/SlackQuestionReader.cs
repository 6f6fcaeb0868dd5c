using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;

namespace EngageBot.Host.Platforms.Slack.Commands;

/// <summary>Makes the product's requests of Slack's clicks and forms.</summary>
internal static class SlackQuestionReader
{
    /// <summary>The first letter of the ids of direct messages.</summary>
    private const char Direct = 'D';

    /// <summary>The workspace it was asked in, and who asks; null for what is no question.</summary>
    public static (string Team, string User)? From(SlackPayload payload) => payload switch
    {
        SlashCommand command => (command.TeamId, command.UserId),
        EventCallback happened => SlackHome.OpenedBy(happened),
        Interaction { User: var user } interaction when (interaction.Team?.Id ?? user.TeamId) is { } team => (team, user.Id),
        _ => null,
    };

    /// <summary>Null for what is nothing of this bot's.</summary>
    public static CommandRequest? Read(Interaction interaction, Asker by) => interaction switch
    {
        BlockActions clicked when ButtonOf(clicked) is { } button => new CommandRequest.Pressed(by, button, PlaceOf(clicked, by.Community)),
        MessageShortcut shortcut when MessageId.TryParseSlackTs(shortcut.Message.Ts.ToString(), out var id) =>
            new CommandRequest.OnMessage(by, shortcut.CallbackId, new MessagePlace(new ChannelId(by.Community, shortcut.Channel.Id), ThreadOf(shortcut), id)),
        ViewSubmission sent when ButtonId.TryParse(sent.View.CallbackId, out var form) => new CommandRequest.Submitted(by, form, Fields(sent.View.State)),
        _ => null,
    };

    public static Asker AskerOf(SlackQuestion question, AskerFacts facts)
    {
        var community = new CommunityId(Platform.Slack, question.Team);
        return new Asker(community, new MemberId(community, question.User), question.At)
        {
            Channel = ChannelOf(question.Payload) is { } channel && IsPlace(channel) ? new ChannelId(community, channel) : null,
            ManagesCommunity = facts.Manages,
            Language = facts.Language,
        };
    }

    private static MessageId? ThreadOf(MessageShortcut shortcut) => MessageId.TryParseSlackTs(shortcut.Message.ThreadTs?.ToString(), out var thread) ? thread : null;

    private static ButtonId? ButtonOf(BlockActions clicked)
    {
        foreach (var action in clicked.Actions)
        {
            if (ButtonId.TryParse(action.ActionId, out var button))
            {
                return button;
            }
        }

        return null;
    }

    private static string? ChannelOf(SlackPayload payload) => payload switch
    {
        SlashCommand command => command.ChannelId,
        MessageShortcut shortcut => shortcut.Channel.Id,
        BlockActions clicked => clicked.Container?.ChannelId ?? clicked.Channel?.Id,
        _ => null,
    };

    private static bool IsPlace(string channel) => channel is [not Direct, ..];

    /// <summary>Nobody but the one who clicked sees an ephemeral message or a direct one.</summary>
    private static MessagePlace? PlaceOf(BlockActions clicked, CommunityId community) =>
        clicked.Container is { IsEphemeral: false, MessageTs: { } ts, ChannelId: { } channel } container
        && IsPlace(channel) && MessageId.TryParseSlackTs(ts.ToString(), out var id)
            ? new MessagePlace(new ChannelId(community, channel), MessageId.TryParseSlackTs(container.ThreadTs?.ToString(), out var thread) ? thread : null, id)
            : null;

    private static Dictionary<string, string> Fields(ViewState state) => state.Values.Values
        .SelectMany(actions => actions)
        .DistinctBy(field => field.Key)
        .ToDictionary(field => field.Key, field => ChatText.Clean(field.Value.Value ?? field.Value.SelectedOption?.Value ?? string.Empty));
}
