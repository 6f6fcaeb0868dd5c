using EngageBot.Chat;
using EngageBot.Health;
using EngageBot.Slack.Models;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>Asks which user groups a workspace has, and who is in them: they make helpers as a role does on Discord. An app made before that lacks the scope, and does without.</summary>
internal sealed class SlackUserGroups(HealthBook book)
{
    public async Task LearnAsync(SlackWorld world, CancellationToken cancellationToken)
    {
        var key = new HealthKey(Platform.Slack, HealthCode.UserGroups) { Community = world.Community };
        switch (await world.Client.ListUserGroupsAsync(cancellationToken))
        {
            case SlackResult<IReadOnlyList<UserGroup>>.Ok found:
                world.Learn(found.Value);
                await book.ClearAsync(key, cancellationToken);
                break;
            case SlackResult<IReadOnlyList<UserGroup>>.Refused { Error: SlackError.MissingScope }:
                await book.RaiseAsync(
                    key,
                    $"In workspace {world.Team} no user group can make helpers or moderators: give the app the scope usergroups:read on api.slack.com/apps under OAuth & Permissions, and install it there again.",
                    cancellationToken);
                break;
        }
    }
}
