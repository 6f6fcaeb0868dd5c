using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Reading;
using EngageBot.Host.Platforms.Slack.State;
using EngageBot.Pipeline;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;

namespace EngageBot.Host.Platforms.Slack.Mapping;

/// <summary>What Slack's events become, live and read up. Callers hold the workspace's lock.</summary>
/// <param name="bot">The bot's own user.</param>
internal sealed class SlackTranslator(CommunityId community, string bot, SlackDirectory directory, ReadingState reading)
{
    public void Translate(SlackEvent happened, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (happened)
        {
            case MessageEvent { Message: var message }:
                Translate(message, into);
                break;
            case ReactionAddedEvent reaction when reaction.User != bot && directory.Channel(reaction.Item.Channel) is { } channel:
                Add(SlackMapper.Reacted(reaction, channel), into);
                break;
            case ReactionRemovedEvent reaction when directory.Channel(reaction.Item.Channel) is { } channel:
                Add(SlackMapper.TakenBack(reaction, channel), into);
                break;
            case TeamJoinEvent joined:
                Meet(joined.User.Id, UserState.Of(joined.User), joined.EventTs?.ToDateTimeOffset() ?? now, into, hasJoined: true);
                break;
            case UserChangeEvent changed:
                Meet(changed.User.Id, UserState.Of(changed.User), now, into);
                break;
            case SubteamUpdatedEvent { Subteam: var group }:
                Meet(group.Id, group.DateDelete == 0 ? GroupState.Of(group, directory.Group(group.Id)) : null, now, into);
                break;
            case SubteamMembersChangedEvent changed when directory.Group(changed.SubteamId) is { } group:
                Meet(group.Id, group with { Members = group.Members.Union(changed.AddedUsers).Except(changed.RemovedUsers) }, now, into);
                break;
            default:
                TranslatePlace(happened, now, into);
                break;
        }
    }

    /// <summary>A message that is read up.</summary>
    /// <param name="after">What was written and changed up to then is stored.</param>
    public void TranslateMissed(Message message, ChannelState channel, Timestamps after, List<QueuedEvent> into)
    {
        if (SlackMapper.Deleted(message, channel) is { } deleted)
        {
            Add(deleted, into);
            return;
        }

        MeetFace(message, into);
        if (message.Ts > after.Written)
        {
            Add(SlackMapper.Created(message, channel, directory.User), into);
        }

        // It may be stored as it was before.
        if (message.Edited?.Ts is { } edited && edited > after.Written)
        {
            Add(SlackMapper.Edited(message, channel, directory.User, edited.ToDateTimeOffset()), into);
        }

        foreach (var reaction in SlackMapper.Reactions(message, channel).Where(reaction => reaction.Member.Value != bot))
        {
            Add(reaction, into);
        }
    }

    /// <summary>A user was told of.</summary>
    public void Meet(string user, UserState state, DateTimeOffset at, List<QueuedEvent> into, bool hasJoined = false)
    {
        if (directory.Put(user, state))
        {
            Add(SlackMapper.Seen(community, user, state, at) with { JoinedAt = hasJoined ? at : null, Roles = directory.GroupsOf(user) }, into);
            Add(SlackMapper.Left(community, user, state, at), into);
        }
    }

    /// <summary>A user group changed: those are told of who came, left, or are in what is called otherwise now. Nothing where it is not known which groups there are.</summary>
    /// <param name="group">Null where there is none any more.</param>
    private void Meet(string id, GroupState? group, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (!directory.KnowsGroups)
        {
            return;
        }

        var before = directory.Group(id);
        directory.Put(id, group);
        var (were, are) = (before?.Members ?? [], group?.Members ?? []);
        var isRenamed = before is not null && group is not null && !before.Names.AsSpan().SequenceEqual(group.Names.AsSpan());
        foreach (var user in isRenamed ? were.Union(are) : were.SymmetricExcept(are))
        {
            Add(directory.User(user) is { } state ? SlackMapper.Seen(community, user, state, now) with { Roles = directory.GroupsOf(user) } : null, into);
        }
    }

    /// <summary>A channel was told of. What was written there before the bot came is to be read.</summary>
    public void Meet(ChannelState channel, DateTimeOffset now, List<QueuedEvent> into)
    {
        if (directory.Put(channel))
        {
            reading.Open(channel.Id);
        }

        Add(channel.Seen(now), into);
    }

    private static void Add(ChatEvent? happened, List<QueuedEvent> into)
    {
        if (happened is not null)
        {
            into.Add(new QueuedEvent(happened));
        }
    }

    private void Translate(Message message, List<QueuedEvent> into)
    {
        if (directory.Channel(message.Channel) is not { } channel)
        {
            Add(SlackMapper.InPrivate(community, message, bot, directory.User), into);
            return;
        }

        if (SlackMapper.Deleted(message, channel) is { } deleted)
        {
            Add(deleted, into);
            return;
        }

        Add(SlackMapper.Edited(message, channel, directory.User), into);
        MeetFace(message, into);
        if (SlackMapper.Created(message, channel, directory.User) is { } created)
        {
            into.Add(new QueuedEvent(created) { Mark = reading.MoveMark(channel.Id, created.Id) ? new CompleteUpTo(channel.Channel, created.Id) : null });
        }
    }

    /// <summary>An app without a user, or an integration: its message says who it is.</summary>
    private void MeetFace(Message message, List<QueuedEvent> into)
    {
        if (SlackMapper.FaceOf(message) is { } face && SlackMapper.AuthorOf(message) is { } author && directory.User(author) is null)
        {
            Meet(author, face, message.Ts.ToDateTimeOffset(), into);
        }
    }

    private void TranslatePlace(SlackEvent happened, DateTimeOffset now, List<QueuedEvent> into)
    {
        switch (happened)
        {
            case ChannelRenameEvent { Channel: { Name: { Length: > 0 } name } renamed } when directory.Channel(renamed.Id) is { } channel:
                Meet(channel with { Name = name }, now, into);
                break;
            case ChannelCreatedEvent { Channel: { Name: { Length: > 0 } name } created } when directory.Channel(created.Id) is null:
                Add(new ChannelState(community, created.Id) { Name = name }.Seen(now), into); // Public: of others nobody is told.
                break;
            case MemberJoinedChannelEvent joined when directory.Channel(joined.Channel) is { IsPrivate: true } channel && !channel.Members.Contains(joined.User):
                Meet(channel with { Members = channel.Members.Add(joined.User) }, now, into);
                break;
            case MemberLeftChannelEvent left when left.User == bot:
                Leave(left.Channel);
                break;
            case MemberLeftChannelEvent left when directory.Channel(left.Channel) is { IsPrivate: true } channel && channel.Members.Contains(left.User):
                Meet(channel with { Members = channel.Members.Remove(left.User) }, now, into);
                break;
            case ChannelLeftEvent left:
                Leave(left.Channel);
                break;
            case ChannelDeletedEvent deleted:
                Leave(deleted.Channel);
                break;
            case ChannelArchiveEvent archived when directory.Channel(archived.Channel) is { } channel:
                Add((channel with { IsArchived = true }).Seen(now), into);
                Leave(archived.Channel);
                break;
        }
    }

    /// <summary>Nothing more is heard of it.</summary>
    private void Leave(string channel)
    {
        directory.Remove(channel);
        reading.Forget(channel);
    }
}
