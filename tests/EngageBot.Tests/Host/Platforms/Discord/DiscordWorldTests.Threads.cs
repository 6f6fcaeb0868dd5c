using EngageBot.Chat;
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
