using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class ChannelsPage : PageBody
{
    public IReadOnlyList<Conversation> Channels { get; set => field = value ?? []; } = [];
}
