using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi.Wire;

internal sealed class UsersPage : PageBody
{
    public IReadOnlyList<User> Members { get; set => field = value ?? []; } = [];
}
