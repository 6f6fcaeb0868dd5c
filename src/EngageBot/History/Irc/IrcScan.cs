using System.Text;
using EngageBot.Chat;
using EngageBot.History.Files;

namespace EngageBot.History.Irc;

/// <summary>
/// The first pass over a log. It finds who is in it, and how its clock goes: the date in its name is that of line 1000, so that what lies before and behind
/// can be dated only when the way there is known.
/// </summary>
internal sealed class IrcScan
{
    private const int DatedLine = 1000;
    private const int MaxChannels = 100;
    private const int MaxChannelLength = 64;

    private readonly IrcClock _day = new(isTwelveHour: false);
    private readonly IrcClock _halfDay = new(isTwelveHour: true);
    private readonly Dictionary<string, int> _channels = new(StringComparer.OrdinalIgnoreCase);
    private (long Elapsed, int Last) _atDay;
    private (long Elapsed, int Last) _atHalfDay;
    private bool _hasHalfDayStep;
    private int _largestHour;
    private int _lastHour = -1;

    private IrcScan()
    {
    }

    public IrcNicks Nicks { get; } = new();

    /// <summary>Hours go from 1 to 12 (or 0 to 11): none is larger, and at one place they start again where the clock goes on by minutes.</summary>
    public bool IsTwelveHour => _hasHalfDayStep && _largestHour <= 12;

    /// <summary>The channel named most often where somebody joins or leaves.</summary>
    public string? Channel => _channels.Count == 0 ? null : _channels.MaxBy(channel => channel.Value).Key;

    public static async ValueTask<IrcScan> ReadAsync(HistoryFiles files, HistoryFile file, CancellationToken cancellationToken)
    {
        var scan = new IrcScan();
        using var lines = await LineReader.OpenAsync(files, file, cancellationToken);
        while (await lines.MoveNextAsync(cancellationToken))
        {
            scan.Add(IrcLine.Parse(lines.Current), lines.Number);
        }

        return scan;
    }

    /// <summary>The time of the first line that has one.</summary>
    public DateTimeOffset Start(IrcLog log)
    {
        var (elapsed, last) = IsTwelveHour ? _atHalfDay : _atDay;
        var isAfternoon = IsTwelveHour && IrcFileName.HourOf(log.File.FileName) >= 12;
        var midnight = new DateTimeOffset(log.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return midnight.AddSeconds(last + (isAfternoon ? IrcClock.HalfDay : 0) - elapsed);
    }

    private void Add(IrcLine line, long number)
    {
        Nicks.See(line.Nick, number);
        if (line.Kind == IrcLineKind.Message)
        {
            Advance(line.Second);
        }
        else if (line.Kind == IrcLineKind.System)
        {
            AddSystem(line.Text, number);
        }

        // In a log without a line 1000 the first line counts, or the first that has a time.
        if (number == DatedLine || (number < DatedLine && _day.Elapsed == 0))
        {
            _atDay = (_day.Elapsed, _day.Last);
            _atHalfDay = (_halfDay.Elapsed, _halfDay.Last);
        }
    }

    private void Advance(int second)
    {
        var hour = second / 3600;
        var step = ((second % IrcClock.HalfDay) - (_halfDay.Last % IrcClock.HalfDay) + IrcClock.HalfDay) % IrcClock.HalfDay;
        _hasHalfDayStep |= _lastHour is 11 or 12 && hour is 0 or 1 && hour < _lastHour && step <= 3600;
        _largestHour = Math.Max(_largestHour, hour);
        _lastHour = hour;
        _day.Advance(second);
        _halfDay.Advance(second);
    }

    /// <summary><c>nick [host] has joined #channel</c>, <c>nick is now known as nick</c></summary>
    private void AddSystem(ReadOnlySpan<byte> text, long number)
    {
        var rename = text.IndexOf(" is now known as "u8);
        if (rename >= 0)
        {
            Nicks.See(IrcLine.FirstWord(text[(rename + " is now known as "u8.Length)..]), number);
        }

        var join = text.IndexOf(" has joined #"u8);
        if (join >= 0)
        {
            AddChannel(IrcLine.FirstWord(text[(join + " has joined "u8.Length)..]));
        }
    }

    private void AddChannel(ReadOnlySpan<byte> name)
    {
        var channel = name.Length <= MaxChannelLength ? ChatText.Clean(Encoding.UTF8.GetString(name)) : "";
        if (channel.Length > 1 && (_channels.Count < MaxChannels || _channels.ContainsKey(channel)))
        {
            _channels[channel] = _channels.GetValueOrDefault(channel) + 1;
        }
    }
}
