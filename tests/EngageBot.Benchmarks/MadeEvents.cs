using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using EngageBot.Discord.Models;
using EngageBot.TestKit.FakeDiscord;

namespace EngageBot.Benchmarks;

/// <summary>
/// The made messages of one shard, compressed and framed as they go over the socket. All ids and texts differ. A text has a dozen words at the median, every fourth
/// message is a reply and brings the one it answers, and some people of a channel write much more than others.
/// </summary>
internal sealed class MadeEvents
{
    private const int WordsOfTheLanguage = 4_000;
    private const int Channels = 500;
    private const int PeopleOfAChannel = 200;

    private readonly ArrayBufferWriter<byte> _wire = new();

    private MadeEvents(int count)
    {
        Count = count;
        Ends = new int[count];
    }

    public int Count { get; }

    /// <summary>Where each event ends in <see cref="Events"/>.</summary>
    public int[] Ends { get; }

    public double AverageBytes { get; private set; }

    public double AverageCompressed => (double)Events.Length / Count;

    /// <summary>Hello, as the first bytes of the compressed stream.</summary>
    public ReadOnlyMemory<byte> Hello { get; private set; }

    public ReadOnlyMemory<byte> Ready { get; private set; }

    /// <summary>The events, framed, behind each other.</summary>
    public ReadOnlyMemory<byte> Events { get; private set; }

    public static MadeEvents Make(int shard, int shards, int count)
    {
        var made = new MadeEvents(count);
        using var deflater = new PayloadDeflater();
        var random = new Random(shard + 1);
        var words = Enumerable.Range(0, WordsOfTheLanguage).Select(_ => Word(random)).ToArray();
        made.Hello = made.Frame(deflater.Deflate("""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":3600000}}"""));
        var ready = FakePayloads.Ready(new FakeDiscordOptions(), "measured", new Uri("ws://127.0.0.1/"), shard, shards);
        var welcome = made.Frame(deflater.Deflate($$"""{"t":"READY","s":1,"op":0,"d":{{ready}}}"""));
        var channels = Enumerable.Range(0, Channels).Select(channel => (ChannelAt(channel), $"channel-{channel}")).ToArray();
        var guild = made.Frame(deflater.Deflate($$"""{"t":"GUILD_CREATE","s":2,"op":0,"d":{{FakePayloads.Guild(GuildOf(shard), "measured", channels)}}}"""));
        made.Ready = (byte[])[.. welcome.Span, .. guild.Span];
        var (start, bytes) = (made._wire.WrittenCount, 0L);
        var last = new (Snowflake, string)?[Channels];
        for (var number = 0; number < count; number++)
        {
            var payload = $$"""{"t":"MESSAGE_CREATE","s":{{number + 3}},"op":0,"d":{{Message(shard, number, words, last, random)}}}""";
            bytes += Encoding.UTF8.GetByteCount(payload);
            made.Frame(deflater.Deflate(payload));
            made.Ends[number] = made._wire.WrittenCount - start;
        }

        made.AverageBytes = (double)bytes / count;
        made.Events = made._wire.WrittenMemory[start..];
        return made;
    }

    private static string Message(int shard, int number, string[] words, (Snowflake Id, string Payload)?[] last, Random random)
    {
        var id = new Snowflake(1_250_000_000_000_000_000 + ((ulong)number * 4_194_304 * 37) + (ulong)random.Next(4_096));
        var length = (int)Math.Clamp(12 * Math.Exp(0.8 * Normal(random)), 1, 200);
        var text = string.Join(' ', Enumerable.Range(0, length).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))])) + " " + number;
        var channel = random.Next(Channels);
        var author = new Snowflake(200_000_000_000_000_000 + ((ulong)((channel * PeopleOfAChannel / 5) + (PeopleOfAChannel * Math.Pow(random.NextDouble(), 3))) * 9_999_991_000));
        var answered = random.Next(4) == 0 ? last[channel] : null;
        var message = FakePayloads.Message(id, GuildOf(shard), ChannelAt(channel), author, text, answered);
        last[channel] = answered is null ? (id, message) : last[channel];
        return message;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Snowflake GuildOf(int shard) => new((ulong)(shard + 1) << 22);

    private static Snowflake ChannelAt(int number) => new(900_000_000_000_000_000 + ((ulong)number * 7_919_000_000));

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)random.Next('a', 'z' + 1))]);

    /// <summary>Writes a frame: binary, whole, unmasked (RFC 6455, 5.2).</summary>
    private ReadOnlyMemory<byte> Frame(byte[] compressed)
    {
        var start = _wire.WrittenCount;
        if (compressed.Length < 126)
        {
            _wire.Write<byte>([0x82, (byte)compressed.Length]);
        }
        else
        {
            Span<byte> header = [0x82, 126, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)compressed.Length);
            _wire.Write(header);
        }

        _wire.Write(compressed);
        return _wire.WrittenMemory[start..].ToArray();
    }
}
