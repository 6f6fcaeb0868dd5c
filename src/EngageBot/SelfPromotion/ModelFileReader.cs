using System.Buffers.Binary;

namespace EngageBot.SelfPromotion;

/// <summary>Reads the numbers of a model file in order: little-endian, on every machine.</summary>
internal ref struct ModelFileReader(ReadOnlySpan<byte> file)
{
    private ReadOnlySpan<byte> _rest = file;

    public byte Byte() => Bytes(1)[0];

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Bytes(4));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }
}
