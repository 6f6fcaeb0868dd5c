using System.IO.Compression;
using EngageBot.Transport;

namespace EngageBot.Discord.Gateway;

/// <summary>
/// The <c>zlib-stream</c> of one connection: all its payloads share one context, and each ends with the mark of a flush.
/// <see href="https://discord.com/developers/docs/events/gateway#zlibstream"/>.
/// </summary>
internal sealed class PayloadInflater : IDisposable
{
    /// <summary>More than Discord ever sends: a bound against a stream that inflates without end.</summary>
    private const int LongestPayload = 256 * 1_024 * 1_024;

    private readonly CompressedSource _source = new();
    private readonly ZLibStream _inflated;
    private readonly PooledBuffer _payload = new();

    private static ReadOnlySpan<byte> FlushMark => [0x00, 0x00, 0xFF, 0xFF];

    public PayloadInflater() => _inflated = new ZLibStream(_source, CompressionMode.Decompress);

    /// <summary>A payload is whole once what came ends with the mark; it may come in several pieces.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> compressed) => compressed.EndsWith(FlushMark);

    /// <summary>Inflates a whole payload; it stays as it is until the next one.</summary>
    public ReadOnlySpan<byte> Inflate(ReadOnlyMemory<byte> compressed)
    {
        _payload.Clear();
        _source.Give(compressed);
        while (_inflated.Read(_payload.Rest().Span) is > 0 and var count)
        {
            _payload.Advance(count);
            if (_payload.Length > LongestPayload)
            {
                throw new InvalidDataException("A payload of the gateway is longer than can be.");
            }
        }

        return _payload.Written;
    }

    public void Dispose()
    {
        _inflated.Dispose();
        _source.Dispose();
        _payload.Dispose();
    }
}
