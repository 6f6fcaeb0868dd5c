using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace EngageBot.Slack;

/// <summary>
/// A <c>ts</c>: when something was said, and the id of a message within its channel ("1712345678.123456": seconds and, behind the dot, what tells messages of
/// one second apart). It stays the text it was, since Slack takes it back only exactly as it was; its order is that of time.
/// <see href="https://docs.slack.dev/messaging/retrieving-messages"/>.
/// </summary>
[JsonConverter(typeof(TimestampConverter))]
public readonly record struct Timestamp : IComparable<Timestamp>
{
    /// <summary>Seconds up to the year 9999 have so many digits.</summary>
    private const int MostSecondDigits = 12;

    private const int MostFractionDigits = 12;

    private readonly string? _value;

    private Timestamp(string value) => _value = value;

    /// <summary>The text as Slack gave it.</summary>
    public string Value => _value ?? "0.000000";

    /// <summary>The first of a moment, for asking what came before or after it.</summary>
    public static Timestamp At(DateTimeOffset moment)
    {
        var microseconds = Math.Max(0, (moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);
        return new Timestamp(string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000:D10}.{microseconds % 1_000_000:D6}"));
    }

    public static Timestamp Parse(string text) =>
        TryParse(text, out var ts) ? ts : throw new FormatException("A ts is digits, a dot and digits, like 1712345678.123456.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Timestamp ts)
    {
        ts = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (text is null || dot is < 1 or > MostSecondDigits || text.Length - dot - 1 is < 1 or > MostFractionDigits)
        {
            return false;
        }

        if (text.AsSpan(0, dot).ContainsAnyExceptInRange('0', '9') || text.AsSpan(dot + 1).ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        ts = new Timestamp(text);
        return true;
    }

    /// <summary>The moment, to the microsecond.</summary>
    public DateTimeOffset ToDateTimeOffset()
    {
        var (seconds, fraction) = Parts();
        var latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        var microseconds = long.Parse(fraction[..6], NumberStyles.None, CultureInfo.InvariantCulture);
        return DateTimeOffset.UnixEpoch.AddTicks((Math.Min(seconds, latest) * TimeSpan.TicksPerSecond) + (microseconds * TimeSpan.TicksPerMicrosecond));
    }

    public int CompareTo(Timestamp other)
    {
        var (seconds, fraction) = Parts();
        var (otherSeconds, otherFraction) = other.Parts();
        var order = seconds.CompareTo(otherSeconds);
        order = order != 0 ? order : string.CompareOrdinal(fraction, otherFraction);
        return order != 0 ? order : string.CompareOrdinal(Value, other.Value);
    }

    public bool Equals(Timestamp other) => Value == other.Value;

    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    public static bool operator <(Timestamp left, Timestamp right) => left.CompareTo(right) < 0;

    public static bool operator >(Timestamp left, Timestamp right) => left.CompareTo(right) > 0;

    public static bool operator <=(Timestamp left, Timestamp right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Timestamp left, Timestamp right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;

    private (long Seconds, string Fraction) Parts()
    {
        var dot = Value.IndexOf('.', StringComparison.Ordinal);
        return (long.Parse(Value.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture), Value[(dot + 1)..].PadRight(MostFractionDigits, '0'));
    }
}
