using EngageBot.Chat;
using EngageBot.Discord.Models;
using EngageBot.Host.Platforms.Discord.Reading;
using EngageBot.Host.Platforms.Discord.State;
using EngageBot.Pipeline;

namespace EngageBot.Host.Platforms.Discord.Mapping;

/// <summary>What guilds, roles, channels and threads become: notes for the next start, the channels that members see, and gaps to be filled. Callers hold the directory's lock.</summary>
internal sealed class PlaceTranslator(DiscordDirectory directory, ReadingState reading, CommunitiesTold communities, Snowflake bot, TimeSpan readBack)
{
    /// <summary>Discord archives a thread after so long a silence, or longer.</summary>
    private static readonly TimeSpan SoonestArchived = TimeSpan.FromHours(1);

    /// <summary>So far back a channel is read that was never read, where that is further.</summary>
    public TimeSpan FirstReadBack { get; init; }

    /// <summary>The name of the tag by which the bot says that a post waits.</summary>
    public string NeedsAnswerTag { get; init; } = string.Empty;

    /// <summary>All of a guild. What is not in it any more is forgotten; what is newer than what is known of its channel is a gap.</summary>
    public void Whole(Guild guild, string session, DateTimeOffset now, List<QueuedEvent> into)
    {
        var (known, state) = (directory.Guild(guild.Id), GuildState.Of(guild, bot, session));
        directory.Put(state);
        var heard = LastHeard(guild.Id, now);
        var all = guild.Channels.Concat(guild.Threads).ToList();
        foreach (var gone in directory.ChannelsOf(guild.Id).ExceptBy(all.Select(channel => channel.Id), known => known.Id))
        {
            Miss(gone, guild.Id, now, into);
        }

        foreach (var channel in all)
        {
            Put(channel, guild.Id, now, into);
            Consider(channel, guild.Id, now, into);
            Search(channel, guild.Id, heard, now, into);
        }

        if (known?.HasSameRights(state) == false)
        {
            Change(state, now, into);
            return;
        }

        into.Add(new QueuedEvent(communities.Seen(state, now)) { Note = DiscordNotes.Of(state) });
    }

    /// <summary>A guild's own settings, or its roles: who can read its channels may be others now.</summary>
    public void Change(GuildState guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        directory.Put(guild);
        into.Add(new QueuedEvent(communities.Seen(guild, now)) { Note = DiscordNotes.Of(guild) });
        foreach (var channel in directory.ChannelsOf(guild.Id).Where(channel => channel is { HoldsMessages: true, IsPublicThread: false }))
        {
            var anew = channel.SeenReaders.Count == 0 ? channel : channel with { SeenReaders = [] };
            directory.Put(anew);
            into.Add(new QueuedEvent(DiscordMapper.Seen(guild, anew, directory.PermissionsOf(anew), now)) { Note = ReferenceEquals(anew, channel) ? null : DiscordNotes.Of(anew) });
        }
    }

    /// <summary>A channel or thread, new or changed.</summary>
    public void Put(Channel channel, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        var (known, state) = (directory.Channel(channel.Id), ChannelState.Of(channel, guild));
        if (known?.IsSameAs(state) == true)
        {
            return;
        }

        directory.Put(state);
        into.Add(new QueuedEvent(null) { Note = DiscordNotes.Of(state) });
        if (state.IsPublicThread)
        {
            See(state, now, into);
        }

        if (!state.HoldsMessages || state.IsPublicThread)
        {
            return;
        }

        foreach (var post in known?.Offers.SequenceEqual(state.Offers) == false ? directory.ChannelsOf(guild).Where(other => other.Parent == channel.Id && other.IsPublicThread) : [])
        {
            See(post, now, into);
        }

        into.Add(new QueuedEvent(DiscordMapper.Seen(directory.Guild(guild), state, directory.PermissionsOf(state), now)));
        foreach (var thread in directory.ChannelsOf(guild).Where(other => other.Parent == channel.Id && !other.IsPublicThread).ToList())
        {
            into.Add(new QueuedEvent(DiscordMapper.Seen(directory.Guild(guild), thread, state, now)));
        }
    }

    /// <summary>Whether a channel or thread has messages that never came.</summary>
    public void Consider(Channel channel, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        // The newest "message" of a forum is its newest post, a thread.
        if (channel.LastMessageId is not { } last || channel.Type is ChannelType.GuildForum or ChannelType.GuildMedia or ChannelType.GuildCategory)
        {
            return;
        }

        var known = reading.Mark(channel.Id);
        if ((known is not { } mark || mark < last) && last.CreatedAt >= now - BackTo(known) && MayRead(channel.Id))
        {
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.Of(reading.Open(new ReadGap(channel.Id, guild, last))) });
        }
    }

    /// <summary>A thread that was found archived: it is read up where it has messages that never came.</summary>
    public void Found(Channel thread, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        var known = reading.Mark(thread.Id);
        var isNew = known is not { } mark || mark < thread.LastMessageId;
        if (thread.LastMessageId is { } last && isNew && last.CreatedAt >= now - BackTo(known) && MayRead(thread.ParentId ?? thread.Id))
        {
            Put(thread, guild, now, into);
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.Of(reading.Open(new ReadGap(thread.Id, guild, last) { IsArchived = true })) });
        }
    }

    public void Remove(ChannelState channel, DateTimeOffset now, List<QueuedEvent> into)
    {
        directory.RemoveChannel(channel.Id);
        if (reading.IsSearched(channel.Id))
        {
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.NoSearch(channel.Id) });
        }

        if (reading.HasGap(channel.Id))
        {
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.NoGap(channel.Id) });
        }

        reading.Forget(channel.Id);
        var unseen = channel.HoldsMessages && !channel.IsPublicThread ? DiscordMapper.Seen(guild: null, channel, channel, now) : null;
        into.Add(new QueuedEvent(unseen) { Note = DiscordNotes.NoChannel(channel.Id) });
    }

    /// <summary>Who is in a private thread has changed. Without the intent for members this is told only where the bot itself comes or goes.</summary>
    public void ChangeMembers(ChannelState thread, IReadOnlyCollection<Snowflake> added, IReadOnlyCollection<Snowflake> removed, DateTimeOffset now, List<QueuedEvent> into)
    {
        var (guild, permissionsOf) = (directory.Guild(thread.Guild), directory.PermissionsOf(thread));
        if (removed.Contains(bot) && !(guild is not null && permissionsOf is not null && DiscordPermissions.In(guild, permissionsOf, bot, guild.BotRoles).HasFlag(Permissions.ManageThreads)))
        {
            Remove(thread, now, into);
            return;
        }

        IReadOnlyList<Snowflake> readers = [.. thread.SeenReaders.Union(added).Except(removed).Where(reader => reader != bot).Take(ChannelState.MostSeenReaders)];
        if (!readers.SequenceEqual(thread.SeenReaders))
        {
            var anew = thread with { SeenReaders = readers };
            directory.Put(anew);
            into.Add(new QueuedEvent(DiscordMapper.Seen(guild, anew, permissionsOf, now)) { Note = DiscordNotes.Of(anew) });
        }
    }

    /// <summary>A member has other roles: of the private channels he reads those that they open to him. What they say of a private thread is that he cannot read it, or nothing.</summary>
    /// <param name="roles">Null for one who has left.</param>
    public void ChangeReader(Snowflake guild, Snowflake member, IReadOnlyList<Snowflake>? roles, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (member == bot || directory.Guild(guild) is not { Roles.Count: > 0 } state)
        {
            return;
        }

        foreach (var channel in directory.ChannelsOf(guild).Where(channel => channel is { HoldsMessages: true, IsPublicThread: false }))
        {
            if (directory.PermissionsOf(channel) is not { } permissionsOf || DiscordVisibility.Of(state, channel, permissionsOf).Visibility != ChannelVisibility.Readers)
            {
                continue;
            }

            bool? canRead = roles is null ? false : DiscordVisibility.CanRead(state, channel, permissionsOf, member, roles);
            var isSeen = channel.SeenReaders.Contains(member);
            if (canRead == !isSeen && (isSeen || channel.SeenReaders.Count < ChannelState.MostSeenReaders))
            {
                var anew = channel with { SeenReaders = isSeen ? [.. channel.SeenReaders.Where(reader => reader != member)] : [.. channel.SeenReaders, member] };
                directory.Put(anew);
                into.Add(new QueuedEvent(DiscordMapper.Seen(state, anew, permissionsOf, now)) { Note = DiscordNotes.Of(anew) });
            }
        }
    }

    /// <summary>What its tags say of a thread, and that it is locked.</summary>
    public void See(ChannelState thread, DateTimeOffset now, List<QueuedEvent> into) =>
        into.Add(new QueuedEvent(DiscordMapper.Seen(thread, thread.Parent is { } parent ? directory.Channel(parent) : null, NeedsAnswerTag, now)));

    /// <summary>A thread that is archived is told of again before anything happens in it; its mark stays.</summary>
    public void Archive(ChannelState thread, List<QueuedEvent> into)
    {
        directory.RemoveChannel(thread.Id);
        into.Add(new QueuedEvent(null) { Note = DiscordNotes.NoChannel(thread.Id) });
    }

    public void RemoveGuild(Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        foreach (var channel in directory.ChannelsOf(guild))
        {
            Remove(channel, now, into);
        }

        directory.RemoveGuild(guild);
        into.Add(new QueuedEvent(null) { Note = DiscordNotes.NoGuild(guild) });
    }

    public bool IsBot(Snowflake user) => user == bot;

    /// <summary>Whether the bot can read a channel, as far as that is known.</summary>
    public bool MayRead(Snowflake channel)
    {
        if (directory.Channel(channel) is not { } state || directory.Guild(state.Guild) is not { } guild || directory.PermissionsOf(state) is not { } permissionsOf)
        {
            return true;
        }

        return DiscordPermissions.AllowReading(DiscordPermissions.In(guild, permissionsOf, bot, guild.BotRoles), permissionsOf.Type);
    }

    /// <summary>How far back a place is read.</summary>
    private TimeSpan BackTo(Snowflake? mark) => mark is null && FirstReadBack > readBack ? FirstReadBack : readBack;

    /// <summary>The newest message that came live in a guild: until then its threads were told of.</summary>
    private DateTimeOffset LastHeard(Snowflake guild, DateTimeOffset now)
    {
        var marks = directory.ChannelsOf(guild).Select(channel => reading.Mark(channel.Id)).OfType<Snowflake>().Select(mark => mark.CreatedAt).ToList();
        var oldest = now - (marks.Count == 0 ? BackTo(mark: null) : readBack);
        return marks.Append(oldest).Max();
    }

    /// <summary>
    /// Threads may have been begun and archived unheard: by themselves after an hour of silence, sooner by hand. The newest "message" of a forum is its newest post.
    /// A channel in which nothing was said for longer than is read up is left alone: there are many of those.
    /// </summary>
    private void Search(Channel channel, Snowflake guild, DateTimeOffset heard, DateTimeOffset now, List<QueuedEvent> into)
    {
        var isLong = now - heard >= SoonestArchived;
        var isTalked = channel switch
        {
            { LastMessageId: null } => false,
            { Type: ChannelType.GuildForum or ChannelType.GuildMedia, LastMessageId: { } post } => isLong || post.CreatedAt > heard,
            { Type: ChannelType.GuildText or ChannelType.GuildAnnouncement, LastMessageId: { } last } => isLong ? last.CreatedAt >= now - BackTo(reading.Mark(channel.Id)) : reading.HasGap(channel.Id),
            _ => false,
        };
        if (isTalked && readBack > TimeSpan.Zero && MayRead(channel.Id))
        {
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.Of(reading.Open(new ThreadSearch(channel.Id, guild, heard))) });
        }
    }

    /// <summary>A thread that is not listed any more was archived meanwhile, perhaps with messages that never came. A channel is gone.</summary>
    public void Miss(ChannelState gone, Snowflake guild, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (gone.Parent is null)
        {
            Remove(gone, now, into);
        }
        else if (reading.Mark(gone.Id) is { } mark && mark.CreatedAt >= now - readBack && MayRead(gone.Id))
        {
            into.Add(new QueuedEvent(null) { Note = DiscordNotes.Of(reading.Open(new ReadGap(gone.Id, guild, Snowflake.At(now)) { IsArchived = true })) });
        }
        else
        {
            Archive(gone, into);
        }
    }
}
