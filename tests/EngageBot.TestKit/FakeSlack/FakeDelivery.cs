using System.Text.Json.Nodes;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>Something on its way to the app: an event, a command, a click.</summary>
public sealed class FakeDelivery(string type, JsonObject payload)
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</summary>
    public string Type => type;

    public JsonObject Payload => payload;

    public bool IsEvent => type == "events_api";

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>What came with the acknowledgement.</summary>
    public JsonNode? Answer { get; private set; }

    public bool IsAcked => _ended.Task is { IsCompletedSuccessfully: true, Result: true };

    /// <summary>Ends when it is acknowledged (true) or given up.</summary>
    public Task<bool> Ended => _ended.Task;

    /// <summary>Ends when it is acknowledged, given up, or waits for something else to happen.</summary>
    internal Task Settled => _settled.Task;

    /// <summary>How often nobody acknowledged it in time.</summary>
    internal int TimeOuts { get; set; }

    internal void Ack(JsonNode? answer)
    {
        Answer ??= answer?.DeepClone();
        _ended.TrySetResult(true);
        Settle();
    }

    internal void GiveUp()
    {
        _ended.TrySetResult(false);
        Settle();
    }

    /// <summary>Waits before it is sent again; who did what it tells of does not.</summary>
    internal async Task PauseAsync(TimeSpan pause, TimeProvider clock)
    {
        if (pause > TimeSpan.Zero)
        {
            Settle();
        }

        await Task.WhenAny(Ended, Task.Delay(pause, clock));
    }

    internal void Settle() => _settled.TrySetResult();
}
