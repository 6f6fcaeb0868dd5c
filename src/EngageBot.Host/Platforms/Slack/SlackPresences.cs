using EngageBot.Chat;
using EngageBot.Slack;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Whether a member is there and wants to be disturbed, as Slack tells. Where it does not, nothing is known, and the clock alone decides.
/// <see href="https://docs.slack.dev/reference/methods/dnd.info"/>, <see href="https://docs.slack.dev/reference/methods/users.getPresence"/>.
/// </summary>
internal sealed class SlackPresences(SlackWorlds worlds, TimeProvider clock)
{
    private const string Away = "away";

    public async Task<MemberPresence> FindAsync(MemberId member, CancellationToken cancellationToken)
    {
        if (worlds.Find(member.Community) is not { IsGone: false } world)
        {
            return default;
        }

        try
        {
            var quiet = (await world.Client.GetDndAsync(member.Value, cancellationToken)).ValueOrDefault;
            var presence = (await world.Client.GetPresenceAsync(member.Value, cancellationToken)).ValueOrDefault;
            return new MemberPresence(UntilOf(quiet), presence?.Presence == Away);
        }
        catch (SlackAuthenticationException)
        {
            return default;
        }
    }

    /// <summary>What begins later is no matter now.</summary>
    private DateTimeOffset? UntilOf(DndInfo? quiet)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return quiet is { DndEnabled: true } && quiet.NextDndStartTs <= now && quiet.NextDndEndTs > now
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(quiet.NextDndEndTs, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
            : null;
    }
}
