using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class MessagesPage : PageBody
{
    public IReadOnlyList<Message> Messages { get; set => field = value ?? []; } = [];
}
