using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Outbox.Contact;
using EngageBot.Tests.Database;
using EngageBot.TestKit;

namespace EngageBot.Tests.Outbox.Contact;

/// <summary>What the store says of whether somebody may be contacted, over all that the bot says.</summary>
public sealed class ContactBookTests
{
    [Theory, EachEngine]
    public async Task What_was_said_of_any_form_counts_and_what_never_went_out_does_not(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        await SayAsync(database, bob, form: 9, state: 3, sent: true, id: 1);
        Assert.Equal(new ContactDecision.Later(TestTime.Noon.AddDays(1), ContactReason.NudgedToday), await DecideAsync(database, new ContactRequest(ContactKind.Ask, bob), TestTime.Noon.AddHours(1)));
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, new ContactRequest(ContactKind.Round, bob) { Entry = 1, Agreement = ContactAgreement.Agreed }, TestTime.Noon.AddHours(1)));

        await database.ExecuteAsync("UPDATE outbox SET state = 5, sent_at = NULL");
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, new ContactRequest(ContactKind.Ask, bob), TestTime.Noon.AddHours(1)));
    }

    [Theory, EachEngine]
    public async Task What_waits_for_a_moderators_word_takes_nobodys_turn_until_it_is_said(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        var other = new ContactRequest(ContactKind.Round, bob) { Agreement = ContactAgreement.Agreed };
        foreach (var entry in new[] { 1, 2 }) // The second is not shown to them before the first was said.
        {
            await SayAsync(database, bob, form: 7, state: 1, sent: false, entry);
        }

        Assert.IsType<ContactDecision.Later>(await DecideAsync(database, other, TestTime.Noon.AddHours(1)));
        await database.ExecuteAsync("INSERT INTO approvals (entry, community, kind, shown_at) SELECT id, community, kind, planned_at FROM outbox WHERE id = 1");
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, other, TestTime.Noon.AddHours(1)));

        await database.ExecuteAsync("UPDATE approvals SET is_said = 1");
        Assert.Equal(new ContactDecision.Later(TestTime.Noon.AddDays(1), ContactReason.NudgedToday), await DecideAsync(database, other, TestTime.Noon.AddHours(1)));
    }

    [Theory, EachEngine]
    public async Task An_ask_that_waits_for_a_moderators_word_takes_nobodys_turn_either(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database, rules => rules with { Approvals = 1, FewestHelpers = 1, AsksPerDay = 10, ModeratorChannel = "mods" });
        await story.HappenAsync(LiveStory.Channel("mods", ChannelVisibility.Readers));
        var bob = await MetAsync(database, story);
        await story.AskAsync();
        await story.PassAsync(15);
        Assert.Equal(["-"], await database.RowsAsync("SELECT is_said FROM approvals WHERE shown_at IS NOT NULL"));
        var round = new ContactRequest(ContactKind.Round, bob) { Agreement = ContactAgreement.Agreed };
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, round, story.Clock.GetUtcNow()));

        await story.PressInAsync("mods", "send");
        await story.PassAsync(2);
        Assert.IsType<ContactDecision.Later>(await DecideAsync(database, round, story.Clock.GetUtcNow()));
    }

    [Theory, EachEngine]
    public async Task What_is_said_to_moderators_is_no_nudge(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        await SayAsync(database, bob, form: 21, state: 3, sent: true, id: 1);
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, new ContactRequest(ContactKind.Ask, bob), TestTime.Noon.AddHours(1)));
    }

    [Theory, EachEngine]
    public async Task What_was_offered_once_and_not_taken_up_is_not_offered_again(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        var reminder = new ContactRequest(ContactKind.YourTurn, bob);
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, reminder, TestTime.Noon));

        await SayAsync(database, bob, form: 5, state: 3, sent: true, id: 1);
        Assert.Equal(new ContactDecision.Never(ContactReason.NotAgreed), await DecideAsync(database, reminder, TestTime.Noon.AddDays(9)));

        await story.HappenAsync(new MemberChoice.Agrees(TestTime.Community, TestTime.Noon, TestTime.Member("bob"), ContactKind.YourTurn, IsWanted: true));
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, reminder, TestTime.Noon.AddDays(9)));

        await story.HappenAsync(new MemberChoice.Agrees(TestTime.Community, TestTime.Noon, TestTime.Member("bob"), ContactKind.YourTurn, IsWanted: false));
        Assert.Equal(new ContactDecision.Never(ContactReason.NotAgreed), await DecideAsync(database, reminder, TestTime.Noon.AddDays(9)));
    }

    [Theory, EachEngine]
    public async Task A_note_counts_for_two_weeks(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        await SayAsync(database, bob, form: 6, state: 3, sent: true, id: 1);
        var note = new ContactRequest(ContactKind.PromoterNote, bob) { Agreement = ContactAgreement.Agreed };
        Assert.Equal(new ContactDecision.Later(TestTime.Noon.AddDays(14), ContactReason.NotedLately), await DecideAsync(database, note, TestTime.Noon.AddDays(10)));
        Assert.IsType<ContactDecision.Allowed>(await DecideAsync(database, note, TestTime.Noon.AddDays(14)));
    }

    [Theory, EachEngine]
    public async Task Where_asking_is_switched_off_nobody_more_is_asked_today(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await MetAsync(database, story);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        foreach (var (isOn, left) in new[] { (true, 100), (false, 0) })
        {
            var rules = new CommunityRules { AsksPerDay = 100, Steps = [new StepRules { Step = LiveStep.Asks, IsOn = isOn }] };
            Assert.Equal(left, await new ContactBook(session, RulesBook.Fixed(rules)).LeftTodayAsync(1, TestTime.Noon.ToUnixTimeMilliseconds(), CancellationToken.None));
        }
    }

    [Theory, EachEngine]
    public async Task On_Slack_a_member_hears_one_thing_a_day_whatever_it_is(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        var bob = await MetAsync(database, story);
        await database.ExecuteAsync($"UPDATE communities SET platform = {Platform.Slack:D}");
        var tomorrow = new DateTimeOffset(TestTime.Noon.Date.AddDays(1).AddHours(9), TimeSpan.Zero);
        foreach (var said in Enum.GetValues<OutboxKind>().Where(form => OutboxKinds.ContactOf(form) is not null))
        {
            await database.ExecuteAsync("DELETE FROM outbox");
            await database.ExecuteAsync("DELETE FROM nudges");
            await SayAsync(database, bob, (int)said, state: 3, sent: true, id: 1);
            if (said == OutboxKind.Ask)
            {
                await database.ExecuteAsync("UPDATE outbox SET post = 1, subject = NULL");
                await database.ExecuteAsync("INSERT INTO nudges (community, post, step, place, member, planned_at, reason) SELECT community, post, 1, 0, member, planned_at, '' FROM outbox");
            }

            foreach (var wanted in Enum.GetValues<OutboxKind>().Select(OutboxKinds.ContactOf).OfType<ContactKind>().Distinct())
            {
                var decision = await DecideAsync(database, new ContactRequest(wanted, bob) { Post = 2, Agreement = ContactAgreement.Agreed }, TestTime.Noon.AddHours(1));
                Assert.True(decision is ContactDecision.Later later && later.At >= tomorrow, $"{wanted} after {said}: {decision}");
            }
        }
    }

    [Theory, EachEngine]
    public async Task How_many_may_be_asked_goes_by_what_the_platform_counts(TestEngine kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var story = await LiveStory.BeginAsync(database);
        await MetAsync(database, story);
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        var book = new ContactBook(session, RulesBook.Fixed(new CommunityRules()));
        foreach (var (day, people, left) in new[] { (0, 100, 1), (1, 101, int.MaxValue) }) // Counted once a day.
        {
            await database.ExecuteAsync($"UPDATE communities SET people = {people}");
            Assert.Equal(left, await book.LeftTodayAsync(1, TestTime.Noon.AddDays(day).ToUnixTimeMilliseconds(), CancellationToken.None));
        }
    }

    private static async Task<long> MetAsync(TestDatabase database, LiveStory story)
    {
        await story.AgreeAsync("bob");
        return long.Parse((await database.RowsAsync("SELECT id FROM members WHERE platform_id = 'bob'")).Single(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task SayAsync(TestDatabase database, long member, int form, int state, bool sent, long id) => database.ExecuteAsync(
        """
        INSERT INTO outbox (id, community, kind, channel, subject, member, text, revision, state, reason, planned_at, expires_at, sent_at, attempts)
        SELECT @id, m.community, @form, 1, @id, m.id, '', 1, @state, '', @at, @at, @sent, 0 FROM members m WHERE m.id = @member
        """,
        new { id, form, state, member, at = TestTime.Noon.ToUnixTimeMilliseconds(), sent = sent ? (long?)TestTime.Noon.ToUnixTimeMilliseconds() : null });

    private static async Task<ContactDecision> DecideAsync(TestDatabase database, ContactRequest request, DateTimeOffset now)
    {
        await using var session = new WriteSession(database.Source);
        await session.OpenAsync(CancellationToken.None);
        return await new ContactBook(session, RulesBook.Fixed(new CommunityRules { AsksPerDay = 100 })).DecideAsync(request, now.ToUnixTimeMilliseconds(), CancellationToken.None);
    }
}
