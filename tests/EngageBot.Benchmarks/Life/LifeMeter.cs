using System.Diagnostics;
using System.Globalization;

namespace EngageBot.Benchmarks.Life;

/// <summary>Prints a line now and then, and at the end how the last messages went against the first.</summary>
/// <param name="after">So many were stored by a run before.</param>
internal sealed class LifeMeter(LifeStore store, LifeBot bot, LifeParts parts, long line, long after)
{
    private const long Million = 1_000_000;

    private readonly List<(long Messages, TimeSpan At)> _marks = [(after, TimeSpan.Zero)];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Stopwatch _whole = Stopwatch.StartNew();
    private TimeSpan _worked = Environment.CpuUsage.TotalTime;
    private long _stored;
    private DateTimeOffset _now;

    /// <summary>Does what is no part of the rate, but of the whole time.</summary>
    public async Task ApartAsync(Func<Task> work)
    {
        _watch.Stop();
        await work();
        _watch.Start();
    }

    /// <summary>So many are stored by now.</summary>
    public async Task StoredAsync(long messages, DateTimeOffset now)
    {
        (_stored, _now) = (messages, now);
        if (messages - _marks[^1].Messages >= line)
        {
            await PrintAsync();
        }
    }

    public async Task EndAsync(MadeLife life)
    {
        if (_stored > _marks[^1].Messages)
        {
            await PrintAsync();
        }

        _watch.Stop();
        _whole.Stop();
        var (early, late) = (RateOf(3 * Million, 6 * Million), RateOf(_stored - (3 * Million), _stored));
        Write($"{_stored:N0} messages of {(_now - life.Begun).TotalDays:F1} days, {_stored - after:N0} of them in {_watch.Elapsed.TotalSeconds:F0} s, {(_stored - after) / _watch.Elapsed.TotalSeconds:N0} a second; {(_stored - after) / _whole.Elapsed.TotalSeconds:N0} with the time in which {bot.Said:N0} things were said");
        Write($"messages 3 to 6 million {early:N0} a second, the last 3 million {late:N0}: {late / early:P0}");
        foreach (var (table, rows) in (await store.LargestAsync(CancellationToken.None)).Where(table => table.Rows > _stored / 1_000))
        {
            Write($"    {table,-24} {rows,12:N0} rows, {(double)rows / _stored:F3} a message");
        }
    }

    private async Task PrintAsync()
    {
        var (before, at) = _marks[^1];
        _marks.Add((_stored, _watch.Elapsed));
        var (data, log) = await store.SizeAsync(CancellationToken.None);
        var worked = Environment.CpuUsage.TotalTime;
        using var process = Process.GetCurrentProcess();
        Write($"{_stored / (double)Million,5:F1} million, {_now:yyyy-MM-dd}: {(_stored - before) / (_watch.Elapsed - at).TotalSeconds,7:N0} messages/s, {(worked - _worked).TotalMicroseconds / (_stored - before):F0} µs of processor time each, {process.WorkingSet64 / 1_048_576,5:N0} MiB resident, database {data:N0} MiB, log {log:N0} MiB, {bot.TakeRemoved():N0} texts removed");
        _worked = worked;
        foreach (var part in parts.Take(_stored - before))
        {
            Console.WriteLine(part);
        }
    }

    /// <summary>Over the marks that are nearest.</summary>
    private double RateOf(long from, long until)
    {
        var (first, last) = (_marks.MinBy(mark => Math.Abs(mark.Messages - from)), _marks.MinBy(mark => Math.Abs(mark.Messages - until)));
        return last.At == first.At ? double.NaN : (last.Messages - first.Messages) / (last.At - first.At).TotalSeconds;
    }

    private static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
