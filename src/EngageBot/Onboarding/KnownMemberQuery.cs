using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>What is known about a member, told to himself.</summary>
internal sealed class KnownMemberQuery(WriteSession session)
{
    private static readonly HotSql Known = new(
        """
        SELECT m.opted_out_at, s.helps_since, s.topics,
            (SELECT COUNT(*) FROM messages w WHERE w.author = m.id),
            (SELECT COUNT(*) FROM messages w WHERE w.author = m.id AND w.text IS NOT NULL),
            (SELECT COUNT(*) FROM outbox o WHERE o.member = m.id AND o.sent_at IS NOT NULL)
        FROM members m
        JOIN communities k ON k.id = m.community
        LEFT JOIN member_settings s ON s.member = m.id
        WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @member
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    public async Task<string> InWordsAsync(MemberId member, TextBook texts, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Known, cancellationToken, (int)member.Community.Platform, member.Community.Value, member.Value);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return texts["first.me.nothing"];
        }

        if (!reader.IsDBNull(0))
        {
            return texts["first.me.left-out"];
        }

        string Count(int column) => reader.GetInt64(column).ToString(CultureInfo.InvariantCulture);
        List<string> lines = [texts.Of("first.me.messages", ("count", Count(3)), ("texts", Count(4))), texts.Of("first.me.written", ("count", Count(5)))];
        if (reader.IsDBNull(1))
        {
            lines.Add(texts["first.me.no-helper"]);
        }
        else
        {
            lines.Add(reader.IsDBNull(2) ? texts["first.me.helper"] : texts.Of("first.me.helper.topics", ("topics", OneLine.Of(reader.GetString(2), 200))));
        }

        return string.Join('\n', lines);
    }
}
