using EngageBot.Chat;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Pipeline;

namespace EngageBot.Tests.Host.Platforms.Discord;

/// <content>Threads that were begun and archived while nobody listened.</content>
public sealed partial class DiscordWorldTests
{
    [Fact]
    public void Where_something_was_said_lately_threads_are_looked_for_since_something_was_heard()
    {
        Take(Whole(last: At(-60), lastInStaff: At(-60)));
        Assert.Equal(new ThreadSearch(Help, Guild, Now.AddDays(-7)), Assert.Single(_world.Reading.Searches)); // Not in staff: the bot cannot read it.
        _world.Found(_world.Reading.Searches.Single(), []);

        _clock.MoveTo(Now.AddHours(2));
        Take(Whole(last: At(-60)));
        Assert.Equal(Help, Assert.Single(_world.Reading.Searches).Channel);

        var silent = NewWorld();
        Take(Whole(last: Snowflake.At(Now.AddDays(-8))), world: silent);
        Assert.Empty(silent.Reading.Searches);
    }

    [Fact]
    public void Within_an_hour_they_are_looked_for_only_where_something_is_missing()
    {
        Take(Whole());
        Take(Said(1));

        Take(Whole(last: At(1)));
        Assert.Empty(_world.Reading.Searches);

        Take(Whole(last: At(2)));
        Assert.Equal(At(1).CreatedAt, Assert.Single(_world.Reading.Searches).Since);
    }

    [Fact]
    public void A_search_that_was_not_ended_goes_on_in_the_next_process_from_where_it_was()
    {
        var notes = Take(Whole(last: At(-60))).Select(item => item.Note).OfType<SourceNote>().ToList();
        var cold = NewWorld();
        cold.Restore(notes, []);
        Assert.Equal(Now.AddDays(-7), Assert.Single(cold.Reading.Searches).Since);

        notes.AddRange(_world.Found(_world.Reading.Searches.Single(), []).Select(item => item.Note!));
        var after = NewWorld();
        after.Restore(notes.GroupBy(note => note.Name).Select(group => group.Last()), []);
        Assert.Empty(after.Reading.Searches);
    }

    [Fact]
    public void While_threads_are_looked_for_it_has_not_caught_up()
    {
        var search = Take(Whole(last: At(-60))).Select(item => item.Note).OfType<SourceNote>().Where(note => note.Name.StartsWith("threads/", StringComparison.Ordinal));
        var ready = new ReadyEvent { User = new User { Id = Bot }, SessionId = "session", ResumeGatewayUrl = "wss://resume" };
        var (searching, done) = (NewWorld(), NewWorld());
        searching.Restore(search, []);

        Take(ready, world: searching);
        Take(ready, world: done);

        Assert.Equal((false, true), (searching.IsCaughtUp, done.IsCaughtUp));
    }

    [Fact]
    public void Who_comes_and_goes_in_a_private_thread_is_told_and_where_the_bot_goes_it_is_forgotten()
    {
        Take(Whole());
        Take(new ThreadCreateEvent(Thread() with { Type = ChannelType.PrivateThread, OwnerId = new Snowflake(5) }));
        ThreadMember Member(ulong id) => new() { UserId = new Snowflake(id) };

        var seen = Take(new ThreadMembersUpdateEvent { Id = Talk, GuildId = Guild, AddedMembers = [Member(7), Member(8), Member(Bot.Value)] });
        Assert.Equal(["1", "5", "7", "8"], Readers(seen));
        seen = Take(new ThreadMembersUpdateEvent { Id = Talk, GuildId = Guild, RemovedMemberIds = [new Snowflake(7)] });
        Assert.Equal(["1", "5", "8"], Readers(seen));
        Assert.Contains("\"8\"", Assert.Single(seen, item => item.Note is not null).Note!.Value, StringComparison.Ordinal);

        seen = Take(new ThreadMembersUpdateEvent { Id = Talk, GuildId = Guild, RemovedMemberIds = [Bot] });
        Assert.Equal(ChannelVisibility.Unknown, Assert.Single(seen.Select(item => item.Event).OfType<ChannelSeen>()).Visibility);
        Assert.Null(_world.Find(Talk));

        static IEnumerable<string> Readers(IEnumerable<QueuedEvent> items) =>
            Assert.Single(items.Select(item => item.Event).OfType<ChannelSeen>()).Readers.Select(reader => reader.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void What_a_post_s_tags_say_and_that_it_is_locked_is_told_as_often_as_it_changes()
    {
        Take(Whole());
        var forum = new Channel
        {
            Id = new Snowflake(202), Type = ChannelType.GuildForum, GuildId = Guild, Name = "questions",
            AvailableTags = [new ForumTag { Id = new Snowflake(1), Name = "Waiting" }, new ForumTag { Id = new Snowflake(2), Name = "Solved" }],
        };
        Take(new ChannelCreateEvent(forum));
        var post = Thread() with { ParentId = forum.Id, AppliedTags = [new Snowflake(1)] };
        Assert.Equal([("Waiting", true, false)], Told(new ThreadCreateEvent(post)));
        Assert.Empty(Told(new ThreadUpdateEvent(post)));
        Assert.Equal([("Solved", false, false)], Told(new ThreadUpdateEvent(post with { AppliedTags = [new Snowflake(2)] })));
        Assert.Equal([("Done", false, false)], Told(new ChannelUpdateEvent(forum with { AvailableTags = [new ForumTag { Id = new Snowflake(2), Name = "Done" }] })));

        var closed = post with { AppliedTags = [], ThreadMetadata = new ThreadMetadata { Locked = true, Archived = true } };
        Assert.Equal([("", false, true)], Told(new ThreadUpdateEvent(closed)));
        Assert.Null(_world.Find(Talk));
        Assert.Equal([("", false, false)], Told(new ThreadUpdateEvent(post with { AppliedTags = [] })));

        IEnumerable<(string Tags, bool NeedsAnswer, bool IsLocked)> Told(GatewayEvent happened) =>
            Take(happened).Select(item => item.Event).OfType<ThreadSeen>().Select(seen => (string.Join(',', seen.Tags), seen.NeedsAnswer, seen.IsLocked));
    }

    [Fact]
    public void The_names_of_tags_outlive_the_process()
    {
        var notes = Take(Whole()).Select(item => item.Note).OfType<SourceNote>().ToList();
        var forum = new Channel { Id = new Snowflake(202), Type = ChannelType.GuildForum, GuildId = Guild, Name = "questions", AvailableTags = [new ForumTag { Id = new Snowflake(2), Name = "Solved" }] };
        notes.AddRange(Take(new ChannelCreateEvent(forum)).Select(item => item.Note).OfType<SourceNote>());
        var cold = NewWorld();
        cold.Restore(notes, []);

        var told = Take(new ThreadUpdateEvent(Thread() with { ParentId = forum.Id, AppliedTags = [new Snowflake(2)] }), world: cold);
        Assert.Equal(["Solved"], Assert.Single(told.Select(item => item.Event).OfType<ThreadSeen>()).Tags);
    }

    [Fact]
    public void A_list_of_threads_takes_the_place_of_what_was_known_of_their_channels()
    {
        Take(Whole());
        var other = Thread() with { Id = new Snowflake(301), ParentId = new Snowflake(201) };
        Take(new ThreadCreateEvent(Thread()));
        Take(new ThreadCreateEvent(other));

        Take(new ThreadListSyncEvent { GuildId = Guild, ChannelIds = [Help], Threads = [] });

        Assert.Null(_world.Find(Talk));
        Assert.NotNull(_world.Find(other.Id));
    }

    [Fact]
    public void A_thread_that_is_found_is_a_gap_and_forgotten_when_it_is_read()
    {
        Take(Whole(last: At(-60)));
        var found = Thread() with { LastMessageId = At(-30), ThreadMetadata = new ThreadMetadata { Archived = true } };

        _world.Found(_world.Reading.Searches.Single(), [found, found with { Id = new Snowflake(301), LastMessageId = Snowflake.At(Now.AddDays(-8)) }]);

        var gap = Assert.Single(_world.Reading.Gaps, gap => gap.Channel == Talk);
        Assert.Equal((2, At(-30), true), (_world.Reading.Gaps.Count, gap.UpTo, gap.IsArchived));
        var missed = Assert.IsType<MessageCreated>(_world.Missed(Talk, [Said(-30, Talk).Message])[^1].Event);
        Assert.Equal((Help.ToString(), (long)Talk.Value), (missed.Channel.Value, missed.Thread!.Value.Number));
        Assert.Equal([null, (long)At(-30).Value], _world.Close(gap, At(-30), isRead: true).Select(item => item.Mark?.Message.Number));
        Assert.Null(_world.Find(Talk));

        Take(Whole(last: At(-60)));
        _world.Found(_world.Reading.Searches.Single(), [found]); // It is known up to its end.
        Assert.DoesNotContain(_world.Reading.Gaps, gap => gap.Channel == Talk);
    }
}
