using EngageBot.Chat;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.ReplyGraph;

/// <summary>A message as the resolver sees it. Everything here is stored, so that a window can be rebuilt after a restart.</summary>
internal sealed record WindowLine
{
    /// <summary>The message's key in the store.</summary>
    public required long Key { get; init; }

    /// <summary>The platform's number for it.</summary>
    public required long Number { get; init; }

    /// <summary>Null: someone who opted out.</summary>
    public required long? Author { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }

    public required MessageTraits Traits { get; init; }

    public required PostKind Kind { get; init; }

    public IReadOnlyList<long> Mentions { get; init; } = [];

    /// <summary>What the model keeps of the text.</summary>
    public LineWords Words { get; init; } = LineWords.None;

    /// <summary>Its text is not kept: what was found when it came is surer than what can be found now.</summary>
    public bool IsWordless { get; init; }

    /// <summary>The key of the line that it answers, as found when it came; null where it answers none that is stored.</summary>
    public long? Answers { get; init; }

    /// <summary>What the first decision gave the other lines, as long as it is in memory: a second look need not find it again.</summary>
    public LineChances? Chances { get; init; }

    /// <summary>How likely it answers that line, 0 to 1.</summary>
    public float AnswersProbability { get; init; }

    /// <summary>What it answers was said by the platform; nothing is left to judge.</summary>
    public bool IsCertain { get; init; }

    public bool IsByPerson => (Traits & (MessageTraits.Bot | MessageTraits.Webhook | MessageTraits.System)) == MessageTraits.None;

    public bool IsBySystem => (Traits & MessageTraits.System) != MessageTraits.None;

    public bool Asks => Kind is PostKind.Question or PostKind.HelpRequest or PostKind.FeedbackRequest;

    public bool Addresses(long? member) => member is not null && Mentions.Count > 0 && Mentions[0] == member;

    /// <summary>A message as it comes, before it is known what it answers.</summary>
    public static WindowLine Of(MessageRow row) => new()
    {
        Key = row.Key,
        Number = row.Id.Number,
        Author = row.Author,
        At = row.At,
        Traits = row.Traits,
        Kind = row.Kind,
        Mentions = row.Mentions,
        Words = row.Words,
    };

    /// <summary>The line with what was found that it answers.</summary>
    public WindowLine With(ReplyLink? link) => this with
    {
        Answers = link?.Parent,
        AnswersProbability = (float)(link?.Probability ?? 0),
        IsCertain = link?.Source >= LinkSource.Thread,
    };
}
