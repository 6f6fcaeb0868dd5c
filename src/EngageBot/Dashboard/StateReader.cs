using System.Data.Common;
using System.Globalization;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Health;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>How the bot is, as far as a community goes: nothing of another one, and of channels that the moderator cannot read not even the name.</summary>
internal sealed class StateReader(DbDataSource database, Visibility visibility, IEnumerable<IChatPlatform> platforms, StoreTrouble trouble)
{
    private const int LongestName = 40;
    private const int LongestSentence = 500;

    private const long Day = 86_400_000;

    public async Task<HealthState> ReadAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (newest, waiting, failed) = await connection.QuerySingleAsync<(long? Newest, long Waiting, long Failed)>(new CommandDefinition(
            $"""
            SELECT (SELECT MAX((SELECT MAX(m.at) FROM messages m WHERE m.channel = c.id)) FROM channels c JOIN communities k ON k.id = c.community WHERE k.platform = @platform AND k.platform_id = @community),
                (SELECT COUNT(*) FROM outbox o JOIN communities k ON k.id = o.community
                    WHERE k.platform = @platform AND k.platform_id = @community AND k.live_since IS NOT NULL AND o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D})),
                (SELECT COUNT(*) FROM outbox o JOIN communities k ON k.id = o.community
                    WHERE k.platform = @platform AND k.platform_id = @community AND o.state IN ({OutboxState.Refused:D}, {OutboxState.Expired:D}) AND o.planned_at > @since)
            """,
            new { platform = (int)by.Community.Platform, community = by.Community.Value, since = by.At.ToUnixTimeMilliseconds() - Day },
            cancellationToken: cancellationToken));
        return new HealthState
        {
            IsCaughtUp = platforms.FirstOrDefault(platform => platform.Platform == by.Community.Platform)?.IsCaughtUp ?? false,
            Newest = newest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Waiting = waiting,
            Failed = failed,
            Conditions = await ConditionsAsync(by, texts, cancellationToken),
        };
    }

    /// <summary>Another answer says that something happened.</summary>
    public async Task<string> PulseAsync(Asker by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (message, said, ended, rules) = await connection.QuerySingleAsync<(long Message, long Said, long Ended, long Rules)>(new CommandDefinition(
            """
            SELECT COALESCE((SELECT MAX((SELECT MAX(m.at) FROM messages m WHERE m.channel = c.id)) FROM channels c WHERE c.community = k.id), 0),
                COALESCE((SELECT MAX(o.id) FROM outbox o WHERE o.community = k.id), 0),
                COALESCE((SELECT MAX(COALESCE(o.ended_at, o.sent_at, 0)) FROM outbox o WHERE o.community = k.id), 0),
                COALESCE((SELECT MAX(r.revision) FROM rule_revisions r WHERE r.community = k.id), 0)
            FROM (SELECT MIN(id) AS id FROM communities WHERE platform = @platform AND platform_id = @community) k
            """,
            new { platform = (int)by.Community.Platform, community = by.Community.Value },
            cancellationToken: cancellationToken));
        return string.Create(CultureInfo.InvariantCulture, $"{message}-{said}-{ended}-{rules}");
    }

    private async Task<IReadOnlyList<Condition>> ConditionsAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        List<Condition> conditions = [];
        if (trouble.Now is { } now)
        {
            conditions.Add(new Condition(Channel: null, texts.Of("dashboard.health.store", ("reason", now.Reason)), now.Since) { Language = texts.Language });
        }

        foreach (var open in await HealthStore.OpenAsync(database, cancellationToken))
        {
            if (IsAbout(open.Key, by.Community))
            {
                var maySee = open.Key.Channel is not { } channel || await visibility.MaySeeAsync(by.Member, channel, cancellationToken);
                var name = maySee && open.ChannelName is { } known ? $"#{OneLine.Of(known.TrimStart('#'), LongestName)}" : null;
                var retold = Retelling.Of(open.Sentence, texts, "condition");
                conditions.Add(new Condition(name, maySee ? OneLine.Of(retold ?? open.Sentence, LongestSentence) : null, open.Since)
                {
                    Language = retold is null ? TextBook.DefaultLanguage : texts.Language,
                });
            }
        }

        return conditions;
    }

    /// <summary>What is said of a platform as a whole may name communities, but not that it cannot be reached.</summary>
    private static bool IsAbout(HealthKey key, CommunityId community) =>
        key.Community == community || (key is { Community: null, Code: HealthCode.Disconnected } && key.Platform == community.Platform);
}
