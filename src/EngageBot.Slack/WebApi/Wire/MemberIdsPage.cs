namespace EngageBot.Slack.WebApi.Wire;

internal sealed class MemberIdsPage : PageBody
{
    public IReadOnlyList<string> Members { get; set => field = value ?? []; } = [];
}
