namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// The events of late, by their ids: Slack sends one again where it is not sure that it arrived, over another connection too. Bounded; what comes again after so
/// many others is stored once all the same. For several threads.
/// </summary>
internal sealed class RecentEvents(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    /// <summary>What comes of an event, and whether it is here for the first time: who brings it first has to bring it to its end.</summary>
    public (TaskCompletionSource Done, bool IsFirst) Enter(string id)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(id, out var known))
            {
                return (known, false);
            }

            if (_order.Count >= capacity)
            {
                _known.Remove(_order.Dequeue());
            }

            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _known[id] = done;
            _order.Enqueue(id);
            return (done, true);
        }
    }

    /// <summary>It could not be stored: when it comes again it is new.</summary>
    public void Forget(string id, TaskCompletionSource done)
    {
        lock (_gate)
        {
            // Its place in the row stays: a row that is a little shorter does no harm.
            if (_known.TryGetValue(id, out var known) && known == done)
            {
                _known.Remove(id);
            }
        }
    }
}
