using EngageBot.ReplyGraph.Model;

namespace EngageBot.ReplyGraph;

/// <summary>Which earlier line a line answers, where the platform does not say: by the trained model, or, without one, by rules.</summary>
internal sealed class ReplyResolver(ReplyModel? model)
{
    private readonly ReplyJudge? _judge = model is null ? null : new ReplyJudge(model);

    public ReplyResolver(ResolverKind kind)
        : this(kind == ResolverKind.Model ? ReplyModel.Shipped : null)
    {
    }

    /// <summary>The source of the links that are found in channels.</summary>
    public LinkSource Source => _judge is null ? LinkSource.Rules : LinkSource.Model;

    /// <summary>What a line in a channel answers; null where it seems to start a conversation. <paramref name="window"/> holds the lines before it.</summary>
    public ReplyLink? Resolve(WindowLine line, ReplyWindow window)
    {
        if (_judge is null)
        {
            return ReplyRules.Resolve(line, window);
        }

        if (window.Count == 0)
        {
            return null;
        }

        var (back, probability) = _judge.Judge(line, window);
        return back < 0 ? null : new ReplyLink(LinkSource.Model, window[back].Key, probability);
    }

    /// <summary>What lay behind the last decision in a channel; null where rules decided.</summary>
    public LineChances? Chances() => _judge?.Chances();
}
