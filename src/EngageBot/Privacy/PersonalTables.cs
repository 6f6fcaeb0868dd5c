using EngageBot.Members;
using EngageBot.Outbox;

namespace EngageBot.Privacy;

/// <summary>
/// The one place that knows where something of a member stands: who is forgotten is erased from all of these, and who asks is given what they say. Every table of the database
/// is named in here; a new one has its place among the first or, with the reason, among the last.
/// </summary>
internal static class PersonalTables
{
    private const string HisMessages = "SELECT id FROM messages WHERE author = @member";

    /// <summary>What the bot said, or was to say, about what he wrote.</summary>
    private static readonly string AboutHim =
        $"""
        SELECT id FROM outbox WHERE post IN ({HisMessages})
        UNION SELECT a.entry FROM outbox_posts a JOIN messages m ON m.id = a.post WHERE m.author = @member
        UNION SELECT id FROM outbox WHERE kind IN ({OutboxKind.Queued:D}, {OutboxKind.Concern:D}) AND subject IN ({HisMessages})
        """;

    private static readonly string MayBeSaid = $"state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Uncertain:D})";

    private static readonly string IsWorkedOutAnew = $"kind IN ({OutboxKind.Board:D}, {OutboxKind.Digest:D})";

    /// <summary>A board and a digest are worked out anew; all else that speaks of what he wrote is taken away.</summary>
    private static readonly string TakeAway =
        $"""
        UPDATE outbox SET text = '', picture = NULL, picture_alt = NULL, reason = '',
            outcome = CASE WHEN {IsWorkedOutAnew} THEN outcome ELSE 'The post is gone.' END,
            next_at = CASE WHEN {IsWorkedOutAnew} OR state IN ({OutboxState.Refused:D}, {OutboxState.Withdrawn:D}, {OutboxState.Expired:D}) THEN next_at
                WHEN state = {OutboxState.Planned:D} THEN NULL ELSE @at END,
            unwanted_at = CASE WHEN {IsWorkedOutAnew} THEN unwanted_at ELSE COALESCE(unwanted_at, @at) END,
            state = CASE WHEN NOT {IsWorkedOutAnew} AND state = {OutboxState.Planned:D} THEN {OutboxState.Withdrawn:D} ELSE state END
        """;

    /// <summary>In the order in which they are erased: what is found by his messages goes before these are nobody's.</summary>
    public static IReadOnlyList<PersonalTable> All { get; } =
    [
        // What another decided about an introduction is his own, and what was not said yet may never be.
        new("outbox",
            $"""
            SELECT o.kind, o.community, c.platform_id AS channel, CASE WHEN o.sent_at IS NOT NULL THEN o.text END AS text, o.state, o.reason,
                CASE WHEN o.kind NOT IN ({OutboxKind.Proposal:D}, {OutboxKind.Introduction:D}, {OutboxKind.FollowUp:D}) THEN o.outcome END AS outcome, o.planned_at, o.sent_at, o.ended_at
            FROM outbox o JOIN channels c ON c.id = o.channel WHERE o.member = @member ORDER BY o.id
            """,
            [
                $"{TakeAway} WHERE id IN ({AboutHim}) OR (kind = {OutboxKind.Approval:D} AND subject IN (SELECT id FROM outbox WHERE member = @member UNION {AboutHim}))",
                $"""
                UPDATE outbox SET text = '', buttons = NULL, picture = NULL, picture_alt = NULL, reason = '', outcome = NULL, message = NULL, message_spelled = NULL,
                    message_channel = NULL, next_at = NULL, unwanted_at = COALESCE(unwanted_at, @at), ended_at = COALESCE(ended_at, @at),
                    state = CASE WHEN {MayBeSaid} THEN {OutboxState.Withdrawn:D} ELSE state END
                WHERE member = @member
                """,
            ]),
        new("nudges", "SELECT n.post, c.platform_id AS channel, n.step, n.planned_at, n.reason, n.topics, n.answer, n.answered_at, n.replied_at, n.thanked_at FROM nudges n JOIN messages m ON m.id = n.post JOIN channels c ON c.id = m.channel WHERE n.member = @member ORDER BY n.planned_at",
            [$"UPDATE nudges SET topics = NULL, reason = '' WHERE member = @member OR post IN ({HisMessages})"]),
        new("promotion_queue", "SELECT queued_at, domain, reasons, is_accepted, decided_at FROM promotion_queue WHERE member = @member ORDER BY queued_at",
            [
                "DELETE FROM promotion_queue WHERE member = @member",
                "UPDATE promotion_queue SET decided_by = NULL WHERE decided_by = @account AND community = @community",
            ]),
        new("link_domains", $"SELECT message, domain FROM link_domains WHERE message IN ({HisMessages})", [$"DELETE FROM link_domains WHERE message IN ({HisMessages})"]),
        new("mentions", $"SELECT message, member = @member AS is_mentioned FROM mentions WHERE member = @member OR message IN ({HisMessages})",
            [$"DELETE FROM mentions WHERE member = @member OR message IN ({HisMessages})"]),
        new("reactions", "SELECT message, emoji, at FROM reactions WHERE member = @member", ["DELETE FROM reactions WHERE member = @member"]),
        new("figure_days", "SELECT DISTINCT c.platform_id AS channel, m.at / 86400000 AS day FROM messages m JOIN channels c ON c.id = m.channel WHERE m.author = @member",
            [
                $"""
                INSERT INTO stale_days (channel, day, changes) SELECT d.channel, d.day, 1 FROM (SELECT 0 AS channel, 0 AS day WHERE 1 = 0 UNION {MemberChoiceStore.HisDays}) d WHERE 1 = 1
                ON CONFLICT (channel, day) DO UPDATE SET changes = stale_days.changes + 1
                """,
                $"DELETE FROM figure_days WHERE (channel, day) IN ({MemberChoiceStore.HisDays})",
            ]),
        new("messages",
            """
            SELECT m.id, c.platform_id AS channel, m.number, m.thread, m.at, m.kind, m.text, m.promotion, m.sketch, m.deleted_at
            FROM messages m JOIN channels c ON c.id = m.channel WHERE m.author = @member ORDER BY m.at
            """,
            ["UPDATE messages SET author = NULL, text = NULL, kind = 0, promotion = NULL, sketch = NULL WHERE author = @member"]),
        new("channel_readers", "SELECT c.platform_id AS channel FROM channel_readers r JOIN channels c ON c.id = r.channel WHERE r.member = @member",
            ["DELETE FROM channel_readers WHERE member = @member"]),
        new("member_settings", "SELECT helps_since, topics, paused_until, own_hours, time_zone FROM member_settings WHERE member = @member", ["DELETE FROM member_settings WHERE member = @member"]),
        new("agreements", "SELECT kind, is_agreed, at FROM agreements WHERE member = @member", ["DELETE FROM agreements WHERE member = @member"]),
        new("claims", "SELECT post, claimed_at, until FROM claims WHERE member = @member", ["DELETE FROM claims WHERE member = @member"]),
        new("dismissals", "SELECT post, at, mark FROM dismissals WHERE member = @member", ["UPDATE dismissals SET member = 0 WHERE member = @member"]),
        new("sought_posts", "SELECT post, at FROM sought_posts WHERE member = @member", ["DELETE FROM sought_posts WHERE member = @member"]),
        new("member_profiles", "SELECT profile FROM member_profiles WHERE member = @member", ["DELETE FROM member_profiles WHERE member = @member"]),
        new("rule_revisions",
            """
            SELECT r.revision, r.changed_at, r.changes FROM rule_revisions r JOIN members m ON m.community = r.community AND m.platform_id = r.changed_by
            WHERE m.id = @member ORDER BY r.revision
            """,
            ["UPDATE rule_revisions SET changed_by = 'someone' WHERE changed_by = @account AND community IN (SELECT id FROM communities WHERE platform = @platform)"]),
        new("linked_accounts",
            """
            SELECT l.platform, l.platform_id, l.at FROM members m JOIN communities k ON k.id = m.community
            JOIN linked_accounts own ON own.platform = k.platform AND own.platform_id = m.platform_id JOIN linked_accounts l ON l.person = own.person
            WHERE m.id = @member
            """,
            ["DELETE FROM linked_accounts WHERE platform = @platform AND platform_id = @account"]),
        new("link_codes", "SELECT code, expires_at FROM link_codes WHERE member = @member", ["DELETE FROM link_codes WHERE member = @member"]),
        new("link_tries", "SELECT at FROM link_tries WHERE member = @member", ["DELETE FROM link_tries WHERE member = @member"]),
        new("dashboard_links",
            """
            SELECT d.expires_at FROM dashboard_links d JOIN members m ON m.platform_id = d.account
            JOIN communities k ON k.id = m.community AND k.platform = d.platform AND k.platform_id = d.community WHERE m.id = @member
            """,
            ["DELETE FROM dashboard_links WHERE platform = @platform AND account = @account"]),
        new("dashboard_sessions",
            """
            SELECT d.began_at, d.seen_at FROM dashboard_sessions d JOIN members m ON m.platform_id = d.account
            JOIN communities k ON k.id = m.community AND k.platform = d.platform AND k.platform_id = d.community WHERE m.id = @member
            """,
            ["DELETE FROM dashboard_sessions WHERE platform = @platform AND account = @account"]),
        new("log_looks", "SELECT at, member = @member AS was_his, about = @member AS was_about_him FROM log_looks WHERE member = @member OR about = @member",
            ["UPDATE log_looks SET member = 0 WHERE member = @member", "UPDATE log_looks SET about = 0 WHERE about = @member"]),
        new("private_lines", "SELECT conversation, at FROM private_lines WHERE member = @member ORDER BY at", ["DELETE FROM private_lines WHERE member = @member"]),
        new("helper_offers", "SELECT at FROM helper_offers WHERE member = @member", ["DELETE FROM helper_offers WHERE member = @member"]),
        new("announcements", "SELECT kind, text, at FROM announcements WHERE by_member = @member ORDER BY at", ["UPDATE announcements SET by_member = 0 WHERE by_member = @member"]),
        new("approvals", "SELECT is_said, decided_at FROM approvals WHERE by_member = @member", ["UPDATE approvals SET by_member = NULL WHERE by_member = @member"]),
        new("communities", "SELECT platform_id FROM communities WHERE moderators_member = @member", ["UPDATE communities SET moderators_member = NULL WHERE moderators_member = @member"]),
        new("introduction_requests", "SELECT who = @member AS is_asked_for, CASE WHEN member = @member THEN about END AS about, CASE WHEN member = @member THEN at END AS at FROM introduction_requests WHERE member = @member OR who = @member",
            ["DELETE FROM introduction_requests WHERE member = @member OR who = @member"]),
        // Words that two of a larger group share may be the others'.
        new("introductions",
            """
            SELECT i.occasion, CASE WHEN (SELECT COUNT(*) FROM introduction_people q WHERE q.introduction = i.id) = 2 THEN i.topics END AS topics, i.planned_at, i.opened_at
            FROM introductions i JOIN introduction_people p ON p.introduction = i.id WHERE p.member = @member ORDER BY i.id
            """,
            ["UPDATE introductions SET topics = '', shared_channel = NULL, about = NULL WHERE id IN (SELECT introduction FROM introduction_people WHERE member = @member)"]),
        new("introduction_people", "SELECT answer, answered_at, outcome, outcome_at FROM introduction_people WHERE member = @member ORDER BY introduction",
            ["UPDATE introduction_people SET post = NULL WHERE member = @member"]),
        // When, and by whom, stays between the one who said so and the bot.
        new("never_pairs", "SELECT COUNT(*) AS pairs FROM never_pairs WHERE one = @member OR other = @member HAVING COUNT(*) > 0", ["DELETE FROM never_pairs WHERE one = @member OR other = @member"]),
        new("known_pairs", "SELECT at FROM known_pairs WHERE one = @member OR other = @member", ["DELETE FROM known_pairs WHERE one = @member OR other = @member"]),
        new("round_people", "SELECT round, skipped_at, is_left_out FROM round_people WHERE member = @member", ["DELETE FROM round_people WHERE member = @member"]),
        new("source_notes",
            """
            SELECT n.source, COUNT(*) AS channels_and_servers_with_rights_of_his_own FROM source_notes n JOIN members m ON n.value LIKE '%"' || m.platform_id || '"%' WHERE m.id = @member GROUP BY n.source
            """,
            // Nobody has this id; what it may do or not is of no use to anybody.
            ["""UPDATE source_notes SET value = REPLACE(value, '"' || @account || '"', '"0"') WHERE value LIKE '%"' || @account || '"%' """]),
        new("members", "SELECT * FROM members WHERE id = @member",
            [
                // Made anew, so that whatever else is ever kept of members is gone with it.
                "DELETE FROM members WHERE id = @member",
                "INSERT INTO members (id, community, platform_id, name, is_bot, opted_out_at) VALUES (@member, @community, @hmac, '', 0, @at)",
            ]),
    ];

    /// <summary>Words of others in which he may be named; "someone" takes his place.</summary>
    public static IReadOnlyList<PersonalText> Texts { get; } =
    [
        new("messages", "text", "channel IN (SELECT id FROM channels WHERE community = @community)"),
        new("outbox", "text", "community = @community", IsShown: true),
        new("outbox", "reason", "community = @community"),
        new("outbox", "outcome", "community = @community"),
        new("outbox", "picture_alt", "community = @community"),
        new("outbox", "meeting", "community = @community"),
        new("announcements", "text", "community = @community"),
        new("introductions", "about", "community = @community"),
        new("introductions", "outcome", "community = @community"),
        new("introduction_requests", "about", "community = @community"),
        new("promotion_queue", "reasons", "community = @community", Key: "message"),
        new("rule_revisions", "rules", "community = @community"),
        new("rule_revisions", "changes", "community = @community"),
    ];

    /// <summary>The others, and why nothing of a member stands in them.</summary>
    public static IReadOnlyDictionary<string, string> WithoutPeople { get; } = new Dictionary<string, string>
    {
        ["channels"] = "places",
        ["thread_marks"] = "places",
        ["threads"] = "places",
        ["quarrels"] = "posts, as links",
        ["stale_days"] = "days in which something changed, by channels",
        ["links"] = "which message answers which: by messages, whose author is another table's",
        ["awaited_parents"] = "as links",
        ["outbox_posts"] = "which messages the bot speaks of: by messages, as links",
        ["hold_out_cases"] = "posts, as links",
        ["community_words"] = "how common words are in a whole community, by their hashes",
        ["community_word_notes"] = "as community_words",
        ["positions"] = "how far a platform was read",
        ["health"] = "what keeps the bot from its work, by places",
        ["hints"] = "counts, by communities",
        ["raids"] = "counts, by communities",
        ["introduction_scans"] = "when a community was looked at",
        ["round_schedules"] = "how often a community has rounds",
        ["rounds"] = "when rounds are; who takes part is in round_people",
        ["erasures"] = "the HMACs by which those who were forgotten stay so",
        ["key_blocks"] = "how far keys were handed out",
        ["holders"] = "processes, by the names of their machines",
        ["partitions"] = "parts of the work, and which process does them",
        ["account_changes"] = "how often somebody was forgotten: a number",
        ["turns"] = "when sessions were begun",
        ["schema_version"] = "the version of the database",
    };
}
