using System.Collections.Concurrent;
using EngageBot.Discord.Models;

namespace EngageBot.Host.Platforms.Discord.Reading;

/// <summary>Up to where each channel and thread is known, and where something is missing. Used by the listener and by those who fill the gaps.</summary>
internal sealed class ReadingState
{
    private readonly ConcurrentDictionary<Snowflake, Snowflake> _marks = [];
    private readonly ConcurrentDictionary<Snowflake, ReadGap> _gaps = [];
    private readonly ConcurrentDictionary<Snowflake, ThreadSearch> _searches = [];

    public ICollection<ReadGap> Gaps => _gaps.Values;

    /// <summary>Channels whose archived threads are to be asked for.</summary>
    public ICollection<ThreadSearch> Searches => _searches.Values;

    /// <summary>Whether everything is known that can be.</summary>
    public bool IsWhole => _gaps.IsEmpty && _searches.IsEmpty;

    public Snowflake? Mark(Snowflake channel) => _marks.TryGetValue(channel, out var mark) ? mark : null;

    public bool HasGap(Snowflake channel) => _gaps.ContainsKey(channel);

    /// <summary>A mark never moves back.</summary>
    public void MoveMark(Snowflake channel, Snowflake to) => _marks.AddOrUpdate(channel, to, (_, mark) => mark > to ? mark : to);

    /// <summary>A gap that is open already becomes wider.</summary>
    public ReadGap Open(ReadGap gap) => _gaps.AddOrUpdate(gap.Channel, gap, (_, open) => open.UpTo > gap.UpTo ? open : gap);

    /// <summary>A search that is open already goes back as far as it did.</summary>
    public ThreadSearch Open(ThreadSearch search) => _searches.AddOrUpdate(search.Channel, search, (_, open) => open.Since < search.Since ? open : search);

    /// <summary>False where it has become longer meanwhile.</summary>
    public bool Close(ThreadSearch search) => _searches.TryRemove(KeyValuePair.Create(search.Channel, search));

    public bool IsSearched(Snowflake channel) => _searches.ContainsKey(channel);

    /// <summary>The gap as it is now; null where it was closed.</summary>
    public ReadGap? Gap(Snowflake channel) => _gaps.GetValueOrDefault(channel);

    /// <summary>False where it has become wider meanwhile.</summary>
    public bool Close(ReadGap gap) => _gaps.TryRemove(KeyValuePair.Create(gap.Channel, gap));

    public void Forget(Snowflake channel)
    {
        _marks.TryRemove(channel, out _);
        _gaps.TryRemove(channel, out _);
        _searches.TryRemove(channel, out _);
    }
}
