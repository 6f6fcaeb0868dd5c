using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>A command or a click, and what the app did with it.</summary>
public sealed class FakeSlackInteraction
{
    private readonly Lock _gate = new();
    private readonly List<JsonObject> _responses = [];

    public required string User { get; init; }

    /// <summary>Where it was, if it was in a channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The message it was done to, if any.</summary>
    public string? Ts { get; init; }

    public required string TriggerId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where the app may answer for half an hour, five times.</summary>
    public required Uri ResponseUrl { get; init; }

    public FakeDelivery? Delivery { get; internal set; }

    /// <summary>Acknowledged in time. Where not, Slack tells the member that the app did not respond.</summary>
    public bool IsAcked => Delivery?.IsAcked == true;

    /// <summary>What came with the acknowledgement.</summary>
    public JsonNode? Answer => Delivery?.Answer;

    /// <summary>What was posted to <see cref="ResponseUrl"/>.</summary>
    public IReadOnlyList<JsonObject> Responses
    {
        get
        {
            lock (_gate)
            {
                return [.. _responses];
            }
        }
    }

    internal bool IsTriggerUsed { get; set; }

    internal void Add(JsonObject response)
    {
        lock (_gate)
        {
            _responses.Add(response);
        }
    }
}
