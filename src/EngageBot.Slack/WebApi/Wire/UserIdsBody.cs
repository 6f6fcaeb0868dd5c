namespace EngageBot.Slack.WebApi.Wire;

internal sealed class UserIdsBody
{
    public IReadOnlyList<string> Users { get; set => field = value ?? []; } = [];
}
