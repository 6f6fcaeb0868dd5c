using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;

namespace EngageBot.Pipeline;

/// <summary>
/// Asks the store, before a batch is stored, what its events will ask one by one: where it is reached over a network the ways there and back would take the longest of all. What a batch itself
/// may change is not foreseen; and where somebody decides something that may concern much else, what was foreseen is forgotten.
/// </summary>
/// <param name="asksForPlaces">Whether it is asked of messages whether they stand in a place that the bot opened.</param>
internal sealed class Foresight(WriteSession session, ChannelDirectory channels, MemberDirectory members, ReplyWindows windows, ProfileRecorder profiles, bool asksForPlaces)
{
    public async ValueTask LookAsync(IReadOnlyList<ChatEvent> events, CancellationToken cancellationToken)
    {
        await members.ForeseeAsync(PeopleIn(events), cancellationToken);
        await session.ForeseeAsync(QuestionsOf(events), cancellationToken);
        await profiles.ForeseeAsync(AuthorsIn(events), cancellationToken);
    }

    public void Forget()
    {
        session.ForgetForeseen();
        members.ForgetForeseen();
    }

    private IEnumerable<(MemberId Id, long Community)> PeopleIn(IReadOnlyList<ChatEvent> events)
    {
        foreach (var happened in events)
        {
            if (channels.Known(happened.Community) is { } community)
            {
                foreach (var id in PeopleIn(happened))
                {
                    yield return (id, community);
                }
            }
        }
    }

    private static IEnumerable<MemberId> PeopleIn(ChatEvent happened) => happened switch
    {
        MessageCreated created => created.Mentions.Prepend(created.Author),
        ReactionAdded reaction => [reaction.Member],
        ReactionRemoved { Member: { } member } => [member],
        MemberSeen seen => [seen.Member],
        MemberLeft left => [left.Member],
        _ => [],
    };

    private IEnumerable<long> AuthorsIn(IReadOnlyList<ChatEvent> events) =>
        events.OfType<MessageCreated>().Select(created => members.Known(created.Author)).OfType<MemberEntry>().Select(author => author.Key).Distinct();

    private IEnumerable<Question> QuestionsOf(IReadOnlyList<ChatEvent> events)
    {
        HashSet<(ChannelId, long)> made = [.. events.OfType<MessageCreated>().Select(created => (created.Channel, created.Id.Number))];
        HashSet<ChannelId> reworded = [.. events.Select(Reworded).OfType<ChannelId>()];
        foreach (var happened in events)
        {
            var questions = happened switch
            {
                MessageCreated created => OfMessage(created, made, reworded),
                MessageEdited edited => OfStored(edited.Channel, edited.Id, made),
                MessageDeleted deleted => OfStored(deleted.Channel, deleted.Id, made),
                ReactionAdded reaction => OfStored(reaction.Channel, reaction.Message, made),
                ReactionRemoved removed => [.. OfStored(removed.Channel, removed.Message, made), .. OfReactions(removed, made)],
                _ => [],
            };
            foreach (var question in questions)
            {
                yield return question;
            }
        }
    }

    private static ChannelId? Reworded(ChatEvent happened) => happened switch
    {
        MessageEdited edited => edited.Channel,
        MessageDeleted deleted => deleted.Channel,
        _ => null,
    };

    private IEnumerable<Question> OfStored(ChannelId channel, MessageId message, HashSet<(ChannelId, long)> made)
    {
        if (channels.Known(channel) is { } known && !made.Contains((channel, message.Number)))
        {
            yield return MessageStore.IsStored(known.Key, message.Number);
        }
    }

    private IEnumerable<Question> OfReactions(ReactionRemoved removed, HashSet<(ChannelId, long)> made)
    {
        var member = removed.Member is { } who ? members.Known(who)?.Key : 0;
        if (member is not null && channels.Known(removed.Channel) is { } known && !made.Contains((removed.Channel, removed.Message.Number)))
        {
            yield return MessageStore.HasReaction(known.Key, removed.Message.Number, member, removed.Emoji);
        }
    }

    private IEnumerable<Question> OfMessage(MessageCreated created, HashSet<(ChannelId, long)> made, HashSet<ChannelId> reworded)
    {
        if (channels.Known(created.Channel) is not { } channel)
        {
            yield break;
        }

        var place = new Place(channel.Key, created.Thread == created.Id ? null : created.Thread?.Number);
        var window = windows.Known(place);
        if (window is null && !reworded.Contains(created.Channel))
        {
            yield return ReplyWindows.Lines(place);
        }

        if (created.ReplyTo is { } answered && !made.Contains((created.Channel, answered.Number)))
        {
            if (window?.Find(answered.Number) is not { } line)
            {
                yield return MessageStore.KeyOf(channel.Key, answered.Number);
            }
            else if (!reworded.Contains(created.Channel) && profiles.AsksForLine(line.Key) is { } question)
            {
                yield return question;
            }
        }
        else if (created.ReplyTo is null && place.Thread is { } thread && !reworded.Contains(created.Channel) && !made.Contains((created.Channel, thread)))
        {
            yield return MessageStore.LineOf(channel.Key, thread);
        }

        if (asksForPlaces && OpenedPlaces.Asks(created, channel.Visibility == ChannelVisibility.Everyone) is { } isOpened)
        {
            yield return isOpened;
        }
    }
}
