using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>Slack's <c>ts</c>: a message's id within its channel, and its time.</summary>
internal static class SlackTs
{
    public static MessageId? Read(ref Utf8JsonReader reader) => MessageId.TryParseSlackTs(reader.ReadName(), out var id) && IsTime(id) ? id : null;

    public static DateTimeOffset? ReadTime(ref Utf8JsonReader reader) => Read(ref reader) is { } id ? TimeOf(id) : null;

    public static DateTimeOffset TimeOf(MessageId id) => DateTimeOffset.UnixEpoch.AddTicks(id.Number * TimeSpan.TicksPerMicrosecond);

    private static bool IsTime(MessageId id) => id.Number <= (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
