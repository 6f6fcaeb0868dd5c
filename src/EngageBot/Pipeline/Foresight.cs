using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;

namespace EngageBot.Pipeline;

/// <summary>
/// Asks the store, before a batch is stored, what its events will ask one by one: where it is reached over a network the ways there and back would take the longest of all. Of what a batch itself
/// adds nothing is foreseen; whoever changes a message forgets what was; and where somebody decides something that may concern much else, what was foreseen is forgotten.
/// </summary>
/// <param name="asksForPlaces">Whether it is asked of messages whether they stand in a place that the bot opened.</param>
internal sealed class Foresight(WriteSession session, ChannelDirectory channels, MemberDirectory members, ReplyWindows windows, ProfileRecorder profiles, bool asksForPlaces)
{
    public async ValueTask LookAsync(IReadOnlyList<ChatEvent> events, CancellationToken cancellationToken)
    {
        await members.ForeseeAsync(PeopleIn(events), cancellationToken);
        HashSet<(ChannelId, long)> made = [.. events.OfType<MessageCreated>().Select(created => (created.Channel, created.Id.Number))];
        List<(long? Key, Question? Asks)> answered = [.. events.OfType<MessageCreated>().Select(created => Answered(created, made))];
        await session.ForeseeAsync([.. answered.Select(one => one.Asks).OfType<Question>(), .. QuestionsOf(events, made)], cancellationToken);
        await session.ForeseeAsync(answered.Select(one => one.Key ?? Foreseen(one.Asks)).OfType<long>().Select(profiles.AsksForLine).OfType<Question>(), cancellationToken);
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

    private IEnumerable<Question> QuestionsOf(IReadOnlyList<ChatEvent> events, HashSet<(ChannelId, long)> made)
    {
        foreach (var happened in events)
        {
            var questions = happened switch
            {
                MessageCreated created => OfMessage(created),
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

    private IEnumerable<Question> OfMessage(MessageCreated created)
    {
        if (channels.Known(created.Channel) is not { } channel)
        {
            yield break;
        }

        if (PlaceOf(created, channel.Key) is var place && windows.Known(place) is null)
        {
            var (lines, mentions) = ReplyWindows.Asks(place);
            yield return lines;
            yield return mentions;
        }

        if (asksForPlaces && OpenedPlaces.Asks(created, channel.Visibility == ChannelVisibility.Everyone) is { } isOpened)
        {
            yield return isOpened;
        }
    }

    /// <summary>The message that it answers, as far as the platform says which: its key, or what asks for it; neither where it is of this batch.</summary>
    private (long? Key, Question? Asks) Answered(MessageCreated created, HashSet<(ChannelId, long)> made)
    {
        if (channels.Known(created.Channel) is not { } channel
            || PlaceOf(created, channel.Key) is var place && (created.ReplyTo?.Number ?? place.Thread) is not { } number
            || made.Contains((created.Channel, number)))
        {
            return default;
        }

        var window = windows.Known(created.ReplyTo is null ? place with { Thread = null } : place);
        return window?.Find(number) is { } line ? (line.Key, null)
            : (null, created.ReplyTo is null ? MessageStore.LineOf(channel.Key, number) : MessageStore.KeyOf(channel.Key, number));
    }

    private long? Foreseen(Question? question) => question is null ? null : session.ForeseenNumber(question);

    private static Place PlaceOf(MessageCreated created, long channel) => new(channel, created.Thread == created.Id ? null : created.Thread?.Number);
}
