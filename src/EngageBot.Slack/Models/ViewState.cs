namespace EngageBot.Slack.Models;

/// <summary>What the fields of a form hold. <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.</summary>
public sealed record ViewState
{
    /// <summary>By the id of the block, then of the action.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ViewStateValue>> Values { get; set => field = value ?? Empty; } = Empty;

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, ViewStateValue>> Empty { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, ViewStateValue>>();

    /// <summary>A field; none where there is none of that name.</summary>
    public ViewStateValue? Of(string blockId, string actionId) =>
        Values.TryGetValue(blockId, out var actions) && actions.TryGetValue(actionId, out var value) ? value : null;
}
