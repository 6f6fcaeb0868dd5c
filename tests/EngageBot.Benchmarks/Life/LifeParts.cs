using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EngageBot.Benchmarks.Life;

/// <summary>
/// How long each part of a life takes, and each time at the longest; and what of that it was at work, as far as one thread does it, which it does on SQLite: the rest it waited, for the disk, for
/// others who write, or for a processor.
/// </summary>
internal sealed partial class LifeParts
{
    private const int ThreadTime = 3;

    private readonly SortedDictionary<string, (TimeSpan All, TimeSpan Work, TimeSpan Longest, long Times)> _parts = [];
    private readonly Lock _gate = new();

    public async Task<T> TimeAsync<T>(string part, Func<Task<T>> work)
    {
        var (start, worked, thread) = (Stopwatch.GetTimestamp(), Worked(), Environment.CurrentManagedThreadId);
        var result = await work();
        Add(part, Stopwatch.GetElapsedTime(start), Environment.CurrentManagedThreadId == thread ? Worked() - worked : TimeSpan.Zero);
        return result;
    }

    public Task TimeAsync(string part, Func<Task> work) => TimeAsync(part, async () =>
    {
        await work();
        return true;
    });

    /// <summary>A line for each, and begins anew.</summary>
    public IEnumerable<string> Take(long messages)
    {
        lock (_gate)
        {
            var lines = _parts.Select(part => FormattableString.Invariant(
                $"    {part.Key,-10} {part.Value.All.TotalSeconds,7:F1} s, {part.Value.All.TotalMicroseconds / messages,6:F1} µs a message ({part.Value.Work.TotalMicroseconds / messages:F1} at work), {part.Value.Times,6:N0} times, {part.Value.Longest.TotalMilliseconds,6:N0} ms at the longest")).ToList();
            _parts.Clear();
            return lines;
        }
    }

    private void Add(string part, TimeSpan time, TimeSpan atWork)
    {
        lock (_gate)
        {
            var (all, work, longest, times) = _parts.GetValueOrDefault(part);
            _parts[part] = (all + time, work + atWork, time > longest ? time : longest, times + 1);
        }
    }

    /// <summary>The processor time of this thread; none where the system does not tell.</summary>
    private static TimeSpan Worked() =>
        OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000) : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
