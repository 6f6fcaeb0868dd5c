namespace EngageBot.TestKit.FakeSlack;

/// <summary>A request as Slack sends it to an app's own address, or as somebody sends it who is not Slack.</summary>
public sealed record FakeHttpPost
{
    /// <summary>For example <c>slack/events</c>.</summary>
    public required string Path { get; init; }

    public required string Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>Signed with this instead of the app's secret.</summary>
    public string? Secret { get; init; }

    /// <summary>This instead of a signature; empty for none at all.</summary>
    public string? Signature { get; init; }

    /// <summary>When it says it was sent; now without.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The number and the reason of a repetition; 0 for the first time.</summary>
    public int Retry { get; init; }

    public string Reason { get; init; } = "http_timeout";
}
