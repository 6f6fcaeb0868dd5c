using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>A delivery as one or two sockets carry it.</summary>
internal sealed class FakeEnvelope(FakeDelivery delivery, long sentAt)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public FakeDelivery Delivery => delivery;

    public long SentAt => sentAt;

    /// <summary>Over how many sockets it was sent, and how often it was acknowledged.</summary>
    public int Sent { get; set; } = 1;

    public int Acked { get; set; }

    public string Json(int retry, string reason) => new JsonObject
    {
        ["envelope_id"] = Id,
        ["type"] = delivery.Type,
        ["accepts_response_payload"] = !delivery.IsEvent,
        ["payload"] = delivery.Payload.DeepClone(),
        ["retry_attempt"] = retry,
        ["retry_reason"] = reason,
    }.ToJsonString();
}
