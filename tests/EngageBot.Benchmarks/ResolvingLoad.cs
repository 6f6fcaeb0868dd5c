using EngageBot.Chat;
using EngageBot.History;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Benchmarks;

/// <summary>What the pipeline does to a message between reading and storing it: its kind, and what it answers.</summary>
internal sealed class ResolvingLoad(ResolverKind resolver)
{
    private readonly Dictionary<ChannelId, ReplyWindow> _windows = [];
    private readonly Dictionary<MemberId, long> _members = [];
    private readonly ReplyResolver _resolver = new(resolver);
    private long _key;

    public void Take(HistoryItem item)
    {
        if (item is not HistoryItem.Happened { Event: MessageCreated message })
        {
            return;
        }

        if (!_windows.TryGetValue(message.Channel, out var window))
        {
            _windows.Add(message.Channel, window = new ReplyWindow());
        }

        var line = new WindowLine
        {
            Key = ++_key,
            Number = message.Id.Number,
            Author = Key(message.Author),
            At = message.At.ToUnixTimeMilliseconds(),
            Traits = message.Traits,
            Kind = PostClassifier.Classify(message.Text, message.Traits),
            Mentions = [.. message.Mentions.Select(Key)],
            Words = LineWords.Read(message.Text, message.Mentions.Count > 0),
        };
        var parent = message.ReplyTo is { } answered ? window.Find(answered.Number)?.Key : _resolver.Resolve(line, window)?.Parent;
        window.Add(line with { Answers = parent });
    }

    private long Key(MemberId member)
    {
        if (!_members.TryGetValue(member, out var key))
        {
            _members.Add(member, key = _members.Count + 1);
        }

        return key;
    }
}
