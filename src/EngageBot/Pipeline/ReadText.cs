using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Pipeline;

/// <summary>What a message's text says, before anything is asked of the store: the same wherever and whenever it is read.</summary>
/// <param name="Traits">Those that the platform tells, and whether the text is for one member.</param>
internal sealed record ReadText(MessageTraits Traits, PostKind Kind, TextTraces Traces, LineWords Words)
{
    /// <summary>So few are read before others could help.</summary>
    private const int Few = 8;

    /// <summary>Reads the messages among events, many of them on all processors; null for what is no message.</summary>
    public static ReadText?[] Of(IReadOnlyList<ChatEvent> events)
    {
        var read = new ReadText?[events.Count];
        if (events.Count < Few)
        {
            for (var at = 0; at < read.Length; at++)
            {
                read[at] = Of(events[at]);
            }
        }
        else
        {
            Parallel.For(0, read.Length, at => read[at] = Of(events[at]));
        }

        return read;
    }

    /// <param name="traits">What is known of it besides, as that its author is a bot.</param>
    public static ReadText Of(MessageCreated created, MessageTraits traits)
    {
        traits |= Addressing.IsToOne(created) ? MessageTraits.Addressed : MessageTraits.None;
        var answers = created.ReplyTo is not null || (traits & MessageTraits.Addressed) != MessageTraits.None;
        return new ReadText(
            traits,
            PostClassifier.Classify(created.Text, traits),
            TextTracer.Of(created.Text, traits, answers),
            LineWords.Read(created.Text, created.Mentions.Any(mention => mention != created.Author)));
    }

    private static ReadText? Of(ChatEvent happened) => happened is MessageCreated created ? Of(created, created.Traits) : null;
}
