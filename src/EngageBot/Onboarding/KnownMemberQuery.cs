using System.Data;
using System.Globalization;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Members.Settings;
using EngageBot.Texts;

namespace EngageBot.Onboarding;

/// <summary>What is known about a member, told to himself.</summary>
internal sealed class KnownMemberQuery(WriteSession session)
{
    private static readonly HotSql Known = new(
        """
        SELECT m.opted_out_at,
            (SELECT COUNT(*) FROM messages w WHERE w.author = m.id),
            (SELECT COUNT(*) FROM messages w WHERE w.author = m.id AND w.text IS NOT NULL),
            (SELECT COUNT(*) FROM outbox o WHERE o.member = m.id AND o.sent_at IS NOT NULL)
        FROM members m
        JOIN communities k ON k.id = m.community
        WHERE k.platform = @platform AND k.platform_id = @community AND m.platform_id = @member
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("member", DbType.String));

    public async Task<string> InWordsAsync(MemberId member, DateTimeOffset now, TextBook texts, CancellationToken cancellationToken)
    {
        var settings = await new SettingsQuery(session).OfAsync(member, cancellationToken);
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
        string[] lines = [texts.Of("first.me.messages", ("count", Count(1)), ("texts", Count(2))), texts.Of("first.me.written", ("count", Count(3)))];
        return string.Join('\n', lines.Concat(SettingsTexts.Lines(settings, now, texts)));
    }
}
