using System.Data;
using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Onboarding;

/// <summary>Writes what is told of a community as a whole, and what those who manage it decide.</summary>
internal sealed class ModeratorRecorder(WriteSession session, ChannelDirectory channels, MemberDirectory members)
{
    private const long Day = 86_400_000;

    private static readonly HotSql PutSeen = new(
        """
        UPDATE communities SET seen_at = COALESCE(seen_at, @at), people = COALESCE(@people, people), reads_content = @reads_content, unreadable = @unreadable,
            moderators_channel = COALESCE(@channel, moderators_channel), moderators_member = COALESCE(@member, moderators_member)
        WHERE id = @community
        """,
        ("at", DbType.Int64),
        ("people", DbType.Int64),
        ("reads_content", DbType.Int32),
        ("unreadable", DbType.String),
        ("channel", DbType.Int64),
        ("member", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql PutHeard = new(
        """
        UPDATE communities SET heard_at = COALESCE(heard_at, @at), moderators_channel = CASE WHEN moderators_member IS NULL THEN COALESCE(moderators_channel, @channel) ELSE moderators_channel END
        WHERE id = @community
        """,
        ("at", DbType.Int64),
        ("channel", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql PutSetUp = new(
        "UPDATE communities SET set_up_at = COALESCE(set_up_at, @at) WHERE id = @community",
        ("at", DbType.Int64),
        ("community", DbType.Int64));

    private static readonly HotSql Announce = new(
        """
        INSERT INTO announcements (id, community, kind, channel, text, by_member, day, at)
        VALUES (@id, @community, @kind, @channel, @text, @by, @day, @at)
        ON CONFLICT DO NOTHING
        """,
        ("id", DbType.Int64),
        ("community", DbType.Int64),
        ("kind", DbType.Int32),
        ("channel", DbType.Int64),
        ("text", DbType.String),
        ("by", DbType.Int64),
        ("day", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Approve = new(
        "UPDATE approvals SET is_said = @is_said, by_member = @by, decided_at = @at WHERE entry = @entry AND community = @community AND is_said IS NULL",
        ("is_said", DbType.Int32),
        ("by", DbType.Int64),
        ("at", DbType.Int64),
        ("entry", DbType.Int64),
        ("community", DbType.Int64));

    /// <summary>It is decided anew at once.</summary>
    private static readonly HotSql Wake = new(
        $"UPDATE outbox SET next_at = @at WHERE id = @entry AND community = @community AND state = {OutboxState.Planned:D}",
        ("at", DbType.Int64),
        ("entry", DbType.Int64),
        ("community", DbType.Int64));

    /// <summary>What moderators do not want said about a post is as good as their word that it needs nothing.</summary>
    private static readonly HotSql Dismiss = new(
        $"""
        INSERT INTO dismissals (post, member, at, by_moderator)
        SELECT o.post, @by, @at, 1 FROM outbox o
        WHERE o.id = @entry AND o.community = @community AND o.post IS NOT NULL AND o.kind IN ({OutboxKind.Ask:D}, {OutboxKind.Reply:D}, {OutboxKind.Tag:D})
        ON CONFLICT (post) DO NOTHING
        """,
        ("by", DbType.Int64),
        ("at", DbType.Int64),
        ("entry", DbType.Int64),
        ("community", DbType.Int64));

    private readonly KeySequence _announcements = new("announcements");

    public async ValueTask SeeAsync(CommunitySeen seen, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(seen.Community, cancellationToken);
        long? channel = seen.ModeratorsChannel is { } place ? (await channels.ChannelAsync(place, cancellationToken)).Key : null;
        long? member = seen.BroughtBy is { } who ? (await members.MemberAsync(who, community, cancellationToken)).Key : null;
        await session.ExecuteAsync(
            PutSeen, cancellationToken, seen.At.ToUnixTimeMilliseconds(), seen.People, seen.ReadsContent ? 1 : 0, string.Join('\n', seen.Unreadable.Select(name => OneLine.Of(name, 60))), channel, member, community);
    }

    public async ValueTask ChooseAsync(ModeratorChoice choice, CancellationToken cancellationToken)
    {
        var community = await channels.CommunityAsync(choice.Community, cancellationToken);
        var by = (await members.MemberAsync(choice.By, community, cancellationToken)).Key;
        var at = choice.At.ToUnixTimeMilliseconds();
        switch (choice)
        {
            case ModeratorChoice.Heard heard:
                var place = heard.Channel is { } where ? await channels.ChannelAsync(where, cancellationToken) : null;
                await session.ExecuteAsync(PutHeard, cancellationToken, at, place?.Visibility == ChannelVisibility.Readers ? place.Key : null, community);
                break;
            case ModeratorChoice.SetsUp:
                await session.ExecuteAsync(PutSetUp, cancellationToken, at, community);
                break;
            case ModeratorChoice.Announces announces:
                var channel = await channels.ChannelAsync(announces.Channel, cancellationToken);
                await session.ExecuteAsync(Announce, cancellationToken, await _announcements.NextAsync(session, cancellationToken), community, (int)announces.Kind, channel.Key, announces.Text, by, at / Day, at);
                break;
            case ModeratorChoice.Approves approves:
                await ApproveAsync(approves, community, by, at, cancellationToken);
                break;
            default:
                throw new UnreachableException(choice.GetType().Name);
        }
    }

    private async ValueTask ApproveAsync(ModeratorChoice.Approves approves, long community, long by, long at, CancellationToken cancellationToken)
    {
        if (await session.ExecuteAsync(Approve, cancellationToken, approves.IsToBeSaid ? 1 : 0, by, at, approves.Entry, community) > 0)
        {
            await session.ExecuteAsync(Wake, cancellationToken, at, approves.Entry, community);
            if (!approves.IsToBeSaid)
            {
                await session.ExecuteAsync(Dismiss, cancellationToken, by, at, approves.Entry, community);
            }
        }
    }
}
