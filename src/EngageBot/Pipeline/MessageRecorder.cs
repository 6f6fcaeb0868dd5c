using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Introductions.Proposals;
using EngageBot.Members;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Pipeline;

/// <summary>One message through its steps: who and where, consent, kind, link, store, profile.</summary>
/// <param name="rules">Which bots pass on what people write elsewhere; without them none does.</param>
/// <param name="places">Where the bot brought people together; null where it never does, as in a replay.</param>
internal sealed class MessageRecorder(
    ChannelDirectory channels, MemberDirectory members, MessageStore messages, ReplyGraphRecorder replyGraph, ProfileRecorder profiles, OpenedPlaces? places = null, RulesBook? rules = null)
{
    private readonly MentionRedactor _redactor = new(members);

    /// <param name="text">What its text says.</param>
    /// <returns>Whether the message is new, and if so, itself as one that waits for a reply, where it invites one.</returns>
    public async ValueTask<(bool IsNew, WaitingPost? Waiting)> CreateAsync(MessageCreated created, ReadText text, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(created.Channel, cancellationToken);
        var author = await members.MemberAsync(created.Author, channel.Community, cancellationToken);
        var at = created.At.ToUnixTimeMilliseconds();
        if (await replyGraph.FindAsync(channel.Key, created.Id.Number, at, cancellationToken) is not null)
        {
            return (false, null);
        }

        if (TraitsOf(created, author, channel.Community) is var traits && traits != created.Traits)
        {
            text = ReadText.Of(created, traits);
        }

        var isLeftAlone = author.OptedOut || (places is not null && await places.HaveAsync(created, channel.Visibility == ChannelVisibility.Everyone, cancellationToken));
        var row = new MessageRow
        {
            Key = 0,
            Channel = channel.Key,
            Id = created.Id,
            Thread = created.Thread,
            Author = Consent.Author(author),
            At = at,
            Traits = text.Traits,
            Kind = isLeftAlone ? PostKind.Chat : text.Kind,
            Text = isLeftAlone ? null : Consent.Text(author, await _redactor.OfAsync(created.Text, created.Community, channel.Community, created.Mentions, cancellationToken)),
            Traces = isLeftAlone ? TextTraces.None : text.Traces,
            Words = isLeftAlone ? LineWords.None : text.Words,
            Mentions = await MentionsAsync(created, channel.Community, cancellationToken),
        };
        var stored = await replyGraph.RecordAsync(row, created.ReplyTo, cancellationToken);
        await profiles.RecordAsync(stored, channel.Community, channel.Visibility == ChannelVisibility.Everyone, cancellationToken);
        return (true, stored is { Link: null } or { IsLate: true } ? Waiting(stored.Row) : null);
    }

    public async ValueTask EditAsync(MessageEdited edited, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(edited.Channel, cancellationToken);
        if (await messages.StoredAsync(channel.Key, edited.Id.Number, cancellationToken) is not { IsNamed: true, IsDeleted: false } message)
        {
            return;
        }

        var kind = PostClassifier.Classify(edited.Text, MessageTraits.None);
        var shown = await _redactor.OfAsync(edited.Text, edited.Community, channel.Community, [], cancellationToken);
        await messages.EditAsync(message, shown, kind, TextTracer.Of(edited.Text, MessageTraits.None, answers: false), cancellationToken);
        replyGraph.Reword(message, kind, shown);
        profiles.Reword(message.Key, kind, shown);
    }

    public async ValueTask DeleteAsync(MessageDeleted deleted, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(deleted.Channel, cancellationToken);
        if (await messages.StoredAsync(channel.Key, deleted.Id.Number, cancellationToken) is { IsDeleted: false } message)
        {
            await messages.DeleteAsync(message, deleted.At.ToUnixTimeMilliseconds(), cancellationToken);
            replyGraph.Reword(message, kind: null, text: null);
            profiles.Reword(message.Key, kind: null, text: null);
        }
    }

    /// <summary>Reactions to messages that are not stored are of no use and are passed over; so are those of people who opted out.</summary>
    public async ValueTask ReactAsync(ReactionAdded reaction, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(reaction.Channel, cancellationToken);
        var member = await members.MemberAsync(reaction.Member, channel.Community, cancellationToken);
        if (!member.OptedOut && await messages.StoredAsync(channel.Key, reaction.Message.Number, cancellationToken) is { } message)
        {
            await messages.ReactAsync(message, member.Key, reaction.Emoji, reaction.At.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    /// <summary>Takes back what was stored of reactions.</summary>
    /// <returns>The message that has fewer of them now; null where nothing was stored.</returns>
    public async ValueTask<long?> TakeBackAsync(ReactionRemoved removed, CancellationToken cancellationToken)
    {
        var channel = await channels.ChannelAsync(removed.Channel, cancellationToken);
        if (await messages.StoredAsync(channel.Key, removed.Message.Number, cancellationToken) is not { } message)
        {
            return null;
        }

        long? member = removed.Member is { } who ? (await members.MemberAsync(who, channel.Community, cancellationToken)).Key : null;
        return await messages.TakeReactionsBackAsync(message, member, removed.Emoji, cancellationToken) ? message.Key : null;
    }

    /// <summary>What happened in this batch is asked of the store from now on.</summary>
    public void ForgetBatch() => messages.ForgetBatch();

    /// <summary>What a bot writes is a bot's, also where the message does not say so; but over a bridge people write.</summary>
    private MessageTraits TraitsOf(MessageCreated created, MemberEntry author, long community)
    {
        const MessageTraits Made = MessageTraits.Bot | MessageTraits.Webhook;
        var traits = author.IsBot ? created.Traits | MessageTraits.Bot : created.Traits;
        return (traits & Made) != MessageTraits.None && rules?.Of(community).IsBridge(author.Name, created.Author.Value) == true ? traits & ~Made : traits;
    }

    private static WaitingPost? Waiting(MessageRow row) =>
        row.Author is { } author && PostClassifier.InvitesReply(row.Kind) && (row.Traits & MessageTraits.Addressed) == MessageTraits.None
            ? new WaitingPost(row.Key, row.Channel, author, row.At)
            : null;

    private async ValueTask<IReadOnlyList<long>> MentionsAsync(MessageCreated created, long community, CancellationToken cancellationToken)
    {
        if (created.Mentions.Count == 0)
        {
            return [];
        }

        List<long> keys = [];
        foreach (var mention in created.Mentions)
        {
            var member = await members.MemberAsync(mention, community, cancellationToken);
            if (!member.OptedOut && mention != created.Author && !keys.Contains(member.Key))
            {
                keys.Add(member.Key);
            }
        }

        return keys;
    }
}
