using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack.WebApi;

/// <content>Reactions.</content>
public sealed partial class SlackWebClient
{
    /// <summary>Reacts to a message. <see href="https://docs.slack.dev/reference/methods/reactions.add"/>.</summary>
    /// <param name="name">The emoji's name without colons.</param>
    public Task<SlackResult<NoContent>> AddReactionAsync(string channel, Timestamp ts, string name, CancellationToken cancellationToken) =>
        SendAsync(Reactions("reactions.add", new ReactionArguments(channel, ts, name)) with { DoneBefore = SlackError.AlreadyReacted }, cancellationToken);

    /// <summary>Takes a reaction of the bot's own back. <see href="https://docs.slack.dev/reference/methods/reactions.remove"/>.</summary>
    /// <param name="name">The emoji's name without colons.</param>
    public Task<SlackResult<NoContent>> RemoveReactionAsync(string channel, Timestamp ts, string name, CancellationToken cancellationToken) =>
        SendAsync(Reactions("reactions.remove", new ReactionArguments(channel, ts, name)) with { DoneBefore = SlackError.NoReaction }, cancellationToken);

    /// <summary>A message's reactions, with all who reacted. <see href="https://docs.slack.dev/reference/methods/reactions.get"/>.</summary>
    public async Task<SlackResult<IReadOnlyList<Reaction>>> GetReactionsAsync(string channel, Timestamp ts, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get("reactions.get", ("channel", channel), ("timestamp", ts), ("full", true));
        return (await SendAsync(request, SlackJson.Default.ReactedBody, cancellationToken)).Select(body => body.Message.Reactions);
    }

    private static ApiRequest Reactions(string method, ReactionArguments arguments) =>
        new(method) { Body = RequestContent.Json(arguments, SlackJson.Default.ReactionArguments), IsRepeatable = true };
}
