using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Discord.Gateway;
using EngageBot.Discord.Gateway.Events;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Mapping;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord;

/// <summary>
/// All that is known of Discord while the program runs, and what its events become. The listener and those who fill gaps share it: one at a time.
/// </summary>
internal sealed class DiscordWorld
{
    private readonly Lock _gate = new();
    private readonly DiscordDirectory _directory = new();
    private readonly CommunitiesTold _communities;
    private readonly PlaceTranslator _places;
    private readonly MessageTranslator _messages;
    private readonly DiscordTranslator _translator;
    private readonly CatchUp _catchUp;
    private readonly TimeProvider _clock;
    private readonly HashSet<int> _shards;

    /// <param name="shards">Those of this process.</param>
    /// <param name="totalShards">Those of all processes.</param>
    public DiscordWorld(DiscordSettings settings, Snowflake bot, IEnumerable<int> shards, int totalShards, TimeProvider clock)
    {
        _clock = clock;
        _shards = [.. shards];
        Bot = bot;
        Intents = DiscordConnection.IntentsOf(settings.MessageContent, settings.Members);
        TotalShards = totalShards;
        _communities = new CommunitiesTold(_directory, bot) { ReadsContent = settings.MessageContent };
        _places = new PlaceTranslator(_directory, Reading, _communities, bot, settings.ReadBack) { FirstReadBack = settings.FirstReadBack, NeedsAnswerTag = settings.NeedsAnswerTag };
        _messages = new MessageTranslator(_directory, Reading, settings.MessageContent);
        _translator = new DiscordTranslator(_directory, _places, _messages, totalShards);
        _catchUp = new CatchUp(_shards, Reading, clock);
    }

    /// <summary>A member has other roles, or left.</summary>
    public Action<Snowflake, Snowflake>? MemberChanged { get; set; }

    public Snowflake Bot { get; }

    public int TotalShards { get; }

    /// <summary>What sessions are begun with.</summary>
    public GatewayIntents Intents { get; }

    public ChatEventQueue Queue { get; init; } = new();

    public ReadingState Reading { get; } = new();

    /// <summary>All that happened while the bot was away is stored, and every shard is connected: no message is missing, as far as this side can tell.</summary>
    public bool IsCaughtUp => _catchUp.IsDone;

    /// <summary>From now on the state of these shards counts as well.</summary>
    public void Watch(IEnumerable<GatewayShard> shards) => _catchUp.Watch(shards);

    /// <summary>A session is about to be begun: returns when that is stored.</summary>
    public async Task NoteIdentifyAsync(int key, CancellationToken cancellationToken)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Queue.EnqueueAsync(new QueuedEvent(null) { Note = DiscordNotes.OfIdentify(key, _clock.GetUtcNow()), Committed = stored }, cancellationToken);
        await stored.Task.WaitAsync(cancellationToken);
    }

    /// <summary>What was stored when the program ran last.</summary>
    public void Restore(IEnumerable<SourceNote> notes, IEnumerable<CompleteUpTo> marks)
    {
        lock (_gate)
        {
            DiscordNotes.Read(notes, _directory, Reading, IsOwn);
            foreach (var mark in marks.Where(mark => IsOwn(Snowflake.Parse(mark.Channel.Community.Value))))
            {
                Reading.MoveMark(mark.Thread is { } thread ? DiscordMapper.SnowflakeOf(thread) : Snowflake.Parse(mark.Channel.Value), DiscordMapper.SnowflakeOf(mark.Message));
            }
        }
    }

    /// <summary>Whether a guild's events come to this process.</summary>
    public bool IsOwn(Snowflake guild) => _shards.Contains(GatewayClient.ShardOf(guild, TotalShards));

    /// <summary>The same, from the database.</summary>
    public async Task RestoreAsync(DbDataSource database, CancellationToken cancellationToken) => Restore(
        await SourceNoteStore.AllAsync(database, DiscordNotes.Source, cancellationToken),
        await MarkStore.AllAsync(database, Platform.Discord, cancellationToken));

    /// <summary>All channels and threads whose messages the bot may read.</summary>
    public IReadOnlyList<ChannelState> Readable()
    {
        lock (_gate)
        {
            return [.. _directory.Guilds.SelectMany(_directory.ChannelsOf).Where(channel => channel.HoldsMessages && _places.MayRead(channel.Id))];
        }
    }

    public ChannelState? Find(Snowflake channel)
    {
        lock (_gate)
        {
            return _directory.Channel(channel);
        }
    }

    /// <summary>The guild of a channel or thread, and the channel whose permissions count there, as far as they are known.</summary>
    public (GuildState? Guild, ChannelState? PermissionsOf) RightsIn(ChannelState channel)
    {
        lock (_gate)
        {
            return (_directory.Guild(channel.Guild), _directory.PermissionsOf(channel));
        }
    }

    /// <summary>What is kept of a guild; null for one that the bot is not in.</summary>
    public GuildState? Guild(Snowflake id)
    {
        lock (_gate)
        {
            return _directory.Guild(id);
        }
    }

    /// <summary>The guilds of which something was told since this was asked last, and what the bot may do in their channels; none in those that it is not in.</summary>
    public IReadOnlyList<(Snowflake Guild, IReadOnlyList<(ChannelState Channel, Permissions Bot)> Channels)> TakeChanged(bool everything = false)
    {
        lock (_gate)
        {
            return [.. _directory.TakeChanged(everything).Select(guild => (guild, _communities.RightsOfBot(guild)))];
        }
    }

    /// <summary>The names of a guild's channels that the bot cannot read.</summary>
    public IReadOnlyList<string> Unreadable(Snowflake guild)
    {
        lock (_gate)
        {
            return
            [
                .. _directory.ChannelsOf(guild)
                    .Where(channel => channel is { HoldsMessages: true, Parent: null } && !_places.MayRead(channel.Id))
                    .Select(channel => channel.Name ?? channel.Id.ToString()),
            ];
        }
    }

    /// <summary>The channel that an event is about, where it must be known and is not.</summary>
    public Snowflake? Unknown(GatewayDispatch dispatch)
    {
        lock (_gate)
        {
            return _translator.Unknown(dispatch.Event);
        }
    }

    /// <summary>What an event becomes; the last of it has its place in the stream, so that the place is committed when all of it is.</summary>
    /// <param name="learnt">The channel that was not known.</param>
    public List<QueuedEvent> Translate(GatewayDispatch dispatch, Channel? learnt)
    {
        List<QueuedEvent> items = [];
        lock (_gate)
        {
            if (learnt?.GuildId is { } guild)
            {
                _places.Put(learnt, guild, _clock.GetUtcNow(), items);
            }

            _translator.Translate(dispatch, _clock.GetUtcNow(), items);
        }

        if (dispatch.Event is GuildMemberUpdateEvent { GuildId: var of, User.Id: var changed })
        {
            MemberChanged?.Invoke(of, changed);
        }
        else if (dispatch.Event is GuildMemberRemoveEvent { GuildId: var from, User.Id: var left })
        {
            MemberChanged?.Invoke(from, left);
        }

        var position = ShardPosition.Of(dispatch.Session, dispatch.ShardId, TotalShards, Intents);
        var committed = _catchUp.Arrive(dispatch.ShardId, dispatch.Event);
        if (items.Count > 0)
        {
            items[^1] = items[^1] with { Position = position, Committed = committed };
        }
        else
        {
            items.Add(new QueuedEvent(null) { Position = position, Committed = committed });
        }

        return items;
    }

    /// <summary>What messages become that are read up.</summary>
    public IReadOnlyList<QueuedEvent> Missed(Snowflake channel, IEnumerable<Message> messages)
    {
        List<QueuedEvent> items = [];
        lock (_gate)
        {
            if (_directory.Channel(channel) is { } known)
            {
                foreach (var message in messages)
                {
                    _messages.TranslateMissed(message, known, items);
                }
            }
        }

        return items;
    }

    /// <summary>What threads become that were found archived, and the end of the search; nothing where it has become longer meanwhile.</summary>
    public IReadOnlyList<QueuedEvent> Found(ThreadSearch search, IEnumerable<Channel> threads)
    {
        List<QueuedEvent> items = [];
        lock (_gate)
        {
            foreach (var thread in threads)
            {
                _places.Found(thread, search.Guild, _clock.GetUtcNow(), items);
            }

            var committed = _catchUp.Commit(); // Before the search is closed: else all would seem to be stored.
            if (Reading.Close(search))
            {
                items.Add(new QueuedEvent(null) { Note = DiscordNotes.NoSearch(search.Channel), Committed = committed });
            }
            else
            {
                committed.SetResult();
            }
        }

        return items;
    }

    /// <summary>Closes a gap; nothing where it has become wider meanwhile.</summary>
    /// <param name="isRead">Otherwise nobody could read it: the mark stays, and another session tries again.</param>
    public IReadOnlyList<QueuedEvent> Close(ReadGap gap, Snowflake newest, bool isRead)
    {
        lock (_gate)
        {
            var committed = _catchUp.Commit();
            if (!Reading.Close(gap))
            {
                committed.SetResult();
                return [];
            }

            var upTo = newest > gap.UpTo ? newest : gap.UpTo;
            var mark = isRead && _directory.Channel(gap.Channel) is { } channel ? MessageTranslator.MarkOf(channel, upTo) : null;
            if (isRead)
            {
                Reading.MoveMark(gap.Channel, upTo);
            }

            List<QueuedEvent> items = [];
            if (gap.IsArchived && _directory.Channel(gap.Channel) is { } thread)
            {
                _places.Archive(thread, items);
            }

            items.Add(new QueuedEvent(null) { Note = DiscordNotes.NoGap(gap.Channel), Mark = mark, Committed = committed });
            return items;
        }
    }
}
