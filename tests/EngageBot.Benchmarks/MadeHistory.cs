using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EngageBot.Benchmarks;

/// <summary>Writes a made history as JSON lines: 200 channels, 20,000 members, a third replies, texts of 60 characters at the median, one in six a question.</summary>
internal static class MadeHistory
{
    private const int Channels = 200;
    private const int Members = 20_000;
    private const int MessagesPerDay = 16_000;

    private static readonly string[] Words =
        "the board a printer with my sensor and why does it not print when I plug in red cable to your new motor wheel or left side after an update of that old driver on screen again".Split(' ');

    public static async Task WriteAsync(string path, long messages)
    {
        var random = new Random(20_260_131);
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var last = new List<string>[Channels];
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        await using var writer = new Utf8JsonWriter(file);
        for (var number = 1L; number <= messages; number++)
        {
            // Few channels are busy, most are quiet; so it is with members.
            var channel = (int)(Channels * Math.Pow(random.NextDouble(), 2.5));
            at = at.AddSeconds(2 * random.NextDouble() * 86_400 / MessagesPerDay);
            var id = number.ToString(CultureInfo.InvariantCulture);
            var earlier = last[channel] ??= [];
            Write(writer, random, id, channel, at, earlier);
            earlier.Add(id);
            if (earlier.Count > 30)
            {
                earlier.RemoveAt(0);
            }

            await writer.FlushAsync();
            writer.Reset();
            file.WriteByte((byte)'\n');
        }
    }

    private static void Write(Utf8JsonWriter writer, Random random, string id, int channel, DateTimeOffset at, List<string> earlier)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("channel", $"channel-{channel}");
        writer.WriteString("author", $"member-{(int)(Members * Math.Pow(random.NextDouble(), 2))}");
        writer.WriteString("at", at);
        writer.WriteString("text", Text(random));
        if (earlier.Count > 0 && random.Next(3) == 0)
        {
            writer.WriteString("replyTo", earlier[random.Next(earlier.Count)]);
        }

        if (random.Next(10) == 0)
        {
            writer.WriteStartArray("mentions");
            writer.WriteStringValue($"member-{(int)(Members * Math.Pow(random.NextDouble(), 2))}");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Lengths are log-normal around 60 characters.</summary>
    private static string Text(Random random)
    {
        var spread = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var length = Math.Clamp(60 * Math.Exp(0.7 * spread), 2, 1_500);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(text.Length == 0 ? string.Empty : " ").Append(Words[random.Next(Words.Length)]);
        }

        return text.Append(random.Next(6) == 0 ? "?" : string.Empty).ToString();
    }
}
