using System.IO.Compression;
using System.Text;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>The sending side of <c>zlib-stream</c>: one context, a flush after each payload.</summary>
public sealed class PayloadDeflater : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _deflater;

    public PayloadDeflater() => _deflater = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Deflate(string payload)
    {
        _compressed.SetLength(0);
        _deflater.Write(Encoding.UTF8.GetBytes(payload));
        _deflater.Flush();
        return _compressed.ToArray();
    }

    public void Dispose()
    {
        _deflater.Dispose();
        _compressed.Dispose();
    }
}
