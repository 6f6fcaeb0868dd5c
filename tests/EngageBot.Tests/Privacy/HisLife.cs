using EngageBot.Chat;
using EngageBot.Outbox;
using EngageBot.Stats.Daily;
using EngageBot.TestKit;
using static EngageBot.Tests.Privacy.HisTraces;

namespace EngageBot.Tests.Privacy;

/// <summary>Somebody lives in a community for a while, and leaves traces wherever there can be any.</summary>
internal static class HisLife
{
    /// <summary>He helps, is asked, answers, is thanked by name, changes rules, and has been here for a while.</summary>
    public static async Task<LiveStory> LifeAsync(TestDatabase database)
    {
        var story = await LiveStory.BeginAsync(database, rules => rules with { AsksPerPost = 2, AsksPerDay = 100, FewestHelpers = 1 });
        await story.HappenAsync(
            LiveStory.Channel("third"),
            new MemberSeen(TestTime.Community, TestTime.Noon, TestTime.Member(Id)) { Name = Name },
            new ChannelSeen(TestTime.Community, TestTime.Noon, TestTime.Channel("den")) { Name = "den", Visibility = ChannelVisibility.Readers, Readers = [TestTime.Member(Id)] });
        await story.HappenAsync(
            new MemberChoice.Helps(TestTime.Community, TestTime.Noon, TestTime.Member(Id), "zanzibar and clocks"),
            new MemberChoice.Agrees(TestTime.Community, TestTime.Noon, TestTime.Member(Id), ContactKind.YourTurn, IsWanted: true));
        await HistoryAsync(story, again: false);
        await story.TypeAsync(Id, "channel", isModerator: true, options: new Dictionary<string, string> { ["state"] = "promotion", ["channel"] = "second" });
        await story.WriteAsync(A.Message("how do I open this old clock, please?").Id(10).By("eve").In("help"));
        await story.PassAsync(15);
        await story.PressAsync(Id, "will");
        await story.AgreeAsync("kim");
        await story.WriteAsync(A.Message($"how do I repair a {Word} engine?").Id(12).By(Id).In("third"));
        await story.PassAsync(90);
        await story.WriteAsync(A.Message("and how do I close it again?").Id(11).By("eve").In("second"));
        await story.PassAsync(3);
        await story.HearAsync(RightsOf(Id), "file");
        await MoreAsync(database);
        await new DayKeeper(database.Source).RunOnceAsync(DateTimeOffset.MaxValue, CancellationToken.None);
        return story;
    }

    public static async Task HistoryAsync(LiveStory story, bool again)
    {
        var number = again ? 50 : 0;
        await story.WriteAsync(A.Message("does anybody know how the big clock works?").Id(number + 1).By("bob").In("help"));
        await story.WriteAsync(A.Message($"by the {Word} way, see https://adas-own.example/clock and ask <@bob>").Id(number + 2).By(Id).In("help").ReplyingTo(number + 1).Mentioning("bob"));
        if (!again)
        {
            await story.WriteAsync(A.Message($"<@{Id}>, did the @{Name} way help? Thanks {Name}!").Id(3).By("bob").In("help").Mentioning(Id));
        }

        await story.WriteAsync(A.Message($"<@{Id}> and <@{Id}|ada>: hello").Id(number + 4).By("bob").In("help").Mentioning(Id));
        await story.HappenAsync(new ReactionAdded(TestTime.Community, story.Clock.GetUtcNow(), TestTime.Channel("help")) { Message = new MessageId(number + 1), Member = TestTime.Member(Id), Emoji = "👍" });
    }

    /// <summary>What no command of this story leaves behind.</summary>
    private static async Task MoreAsync(TestDatabase database)
    {
        var him = $"(SELECT id FROM members WHERE platform_id = '{Id}')";
        await database.ExecuteAsync($"INSERT INTO dismissals (post, member, at) SELECT id, {him}, 1 FROM messages WHERE number = 1");
        await database.ExecuteAsync($"INSERT INTO sought_posts (post, member, at) SELECT id, {him}, 1 FROM messages WHERE number = 1");
        await database.ExecuteAsync($"INSERT INTO linked_accounts (platform, platform_id, person, at) VALUES ({(int)Platform.File}, '{Id}', 1, 1)");
        await database.ExecuteAsync($"INSERT INTO promotion_queue (message, community, member, channel, domain, reasons, queued_at, decided_by) SELECT 1, community, id, 1, 'adas-own.example', 'about {Name}', 1, '{Id}' FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO private_lines (member, conversation, at) SELECT {him}, 'D1', 1");
        await database.ExecuteAsync($"INSERT INTO helper_offers (member, at) SELECT {him}, 1 ON CONFLICT DO NOTHING");
        await database.ExecuteAsync($"INSERT INTO announcements (id, community, kind, channel, text, by_member, day, at) SELECT 1, community, 1, 1, 'says {Name}', id, 1, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO approvals (entry, community, kind, shown_at, by_member) SELECT 1, community, 1, 1, id FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"UPDATE communities SET moderators_member = {him}");
        await database.ExecuteAsync($"INSERT INTO introduction_requests (id, community, member, who, about, at, handled_at) SELECT 1, community, id, 0, '{Word}', 1, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO introductions (id, community, occasion, state, topics, about, channel, planned_at, outcome) SELECT 1, community, 1, 4, '{Word}', 'by {Name}', 1, 1, 'met {Name}' FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO introduction_people (introduction, place, member, post) SELECT 1, 0, {him}, id FROM messages WHERE number = 2");
        await database.ExecuteAsync($"INSERT INTO never_pairs (one, other, at) SELECT {him}, 0, 1");
        await database.ExecuteAsync($"INSERT INTO known_pairs (one, other, at) SELECT 0, {him}, 1");
        await database.ExecuteAsync($"INSERT INTO introduction_requests (id, community, member, who, at, handled_at) SELECT 2, community, 0, id, 1, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"INSERT INTO never_pairs (one, other, at) SELECT 0, {him}, 1");
        await database.ExecuteAsync($"INSERT INTO known_pairs (one, other, at) SELECT {him}, 0, 1");
        await database.ExecuteAsync($"INSERT INTO round_people (round, member, is_left_out) SELECT 1, {him}, 0");
        await database.ExecuteAsync($"INSERT INTO link_codes (code, member, expires_at) SELECT 'hash', {him}, 1");
        await database.ExecuteAsync($"INSERT INTO link_tries (member, at) SELECT {him}, 1");
        await database.ExecuteAsync($"INSERT INTO dashboard_links (hash, platform, community, account, language, expires_at) SELECT 'hash', platform, platform_id, '{Id}', 'en', 1 FROM communities");
        await database.ExecuteAsync($"INSERT INTO dashboard_sessions (hash, platform, community, account, language, began_at, seen_at) SELECT 'hash', platform, platform_id, '{Id}', 'en', 1, 1 FROM communities");
        await database.ExecuteAsync($"INSERT INTO log_looks (id, community, member, about, at) SELECT 1, community, id, id, 1 FROM members WHERE platform_id = '{Id}'");
        await database.ExecuteAsync($"UPDATE outbox SET outcome = 'Asked {Name}.', reason = 'for {Name}', picture_alt = 'with {Name}', meeting = 'of {Name}' WHERE id = (SELECT MIN(id) FROM outbox WHERE kind = {(int)OutboxKind.Thanks:D} OR member = {him})");
        await database.ExecuteAsync($"UPDATE outbox SET outcome = 'Asked {Name}.' WHERE member IS NULL OR member = {him}");
        await database.ExecuteAsync($"UPDATE nudges SET topics = '{Word}', reason = 'knows {Word}' WHERE member = {him}");
        await database.ExecuteAsync($"UPDATE members SET roles = '\n{Name}\n' WHERE id = {him}");
        await database.ExecuteAsync("UPDATE rule_revisions SET rules = @rules, changes = @changes WHERE changed_by = @by", new { rules = $"{{\"HelperRole\":\"{Name}\"}}", changes = $"HelperRole: {Name}", by = Id });
        await database.ExecuteAsync($"INSERT INTO link_domains (message, domain) SELECT id, '{Word}.example' FROM messages WHERE number = 2");
    }

    public static string RightsOf(string member) => $$"""{"id":"42","overwrites":[{"id":"{{member}}","is_member":true,"allow":"1024"}]}""";
}
