namespace EngageBot.Stats.Daily;

/// <summary>The lines of channels, from packed days, and from the messages where these have changed since.</summary>
internal sealed class DayReader(DayStore store, DayQuery query)
{
    private ILookup<long, long> _stale = Enumerable.Empty<long>().ToLookup(day => day);

    /// <summary>Looks what has changed: to be asked before days are read, so that what changes meanwhile is at worst read twice.</summary>
    public async Task LookAsync(long community, long fromDay, CancellationToken cancellationToken) =>
        _stale = (await store.StaleAsync(community, fromDay, cancellationToken)).ToLookup(day => day.Channel, day => day.Day);

    /// <summary>In the order of time.</summary>
    public async Task<List<DayLine>> ReadAsync(long channel, long fromDay, long untilDay, CancellationToken cancellationToken)
    {
        var stale = _stale[channel].Where(day => day <= untilDay).ToHashSet();
        var packed = (await store.PackedAsync(channel, fromDay, untilDay, cancellationToken)).ToDictionary(day => day.Day, day => day.Lines);
        List<DayLine> lines = new(packed.Values.Sum(day => day.Length) / 12);
        foreach (var day in packed.Keys.Union(stale).Order())
        {
            if (stale.Contains(day) || !DayBytes.TryUnpack(packed[day], lines))
            {
                lines.AddRange(await query.ReadAsync(channel, day, cancellationToken));
            }
        }

        return lines;
    }
}
