using System.Buffers.Binary;

namespace EngageBot.Profiles;

/// <summary>A profile as it is stored, about a kilobyte at most: numbers one after another, small end first, without loss.</summary>
internal static class ProfileBytes
{
    private const byte Version = 1;
    private const int Largest = 64 + (4 * MemberProfile.PartsOfDay) + (28 * MemberProfile.MostChannels) + (12 * (MemberProfile.MostWritten + MemberProfile.MostAnswered));

    public static byte[] Write(MemberProfile profile)
    {
        var writer = new Writer(stackalloc byte[Largest]);
        writer.Put(Version);
        writer.Put(profile.At);
        writer.Put(profile.LastAskedAt);
        writer.Put(profile.Lines);
        writer.Put(profile.Answers);
        writer.Put(profile.Helped);
        writer.Put(profile.Asks);
        foreach (var hour in profile.Hours)
        {
            writer.Put(hour);
        }

        writer.Put((byte)profile.ChannelCount);
        foreach (ref readonly var channel in profile.Channels)
        {
            writer.Put(channel.Channel);
            writer.Put(channel.Lines);
            writer.Put(channel.Answers);
            writer.Put(channel.LastWroteAt);
            writer.Put(channel.LastAnsweredAt);
        }

        writer.Put(profile.Written);
        writer.Put(profile.Answered);
        return writer.ToArray();
    }

    /// <summary>Null where another program wrote something that this one does not know: the profile then begins anew.</summary>
    public static MemberProfile? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Reader(bytes);
        if (bytes.IsEmpty || reader.Byte() != Version)
        {
            return null;
        }

        var profile = new MemberProfile
        {
            At = reader.Long(),
            LastAskedAt = reader.Long(),
            Lines = reader.Float(),
            Answers = reader.Float(),
            Helped = reader.Float(),
            Asks = reader.Float(),
        };
        foreach (ref var hour in profile.Hours)
        {
            hour = reader.Float();
        }

        for (var left = reader.Byte(); left > 0; left--)
        {
            profile.Restore(reader.Channel());
        }

        reader.Fill(profile.Written);
        reader.Fill(profile.Answered);
        return profile;
    }

    private ref struct Writer(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public void Put(byte value) => _buffer[_length++] = value;

        public void Put(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

        public void Put(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

        public void Put(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(4), value);

        public void Put(Topics topics)
        {
            Put((byte)topics.Count);
            for (var at = 0; at < topics.Count; at++)
            {
                Put((int)topics.Words[at]);
                Put(topics.Weights[at]);
                Put(topics.Places[at]);
            }
        }

        public readonly byte[] ToArray() => _buffer[.._length].ToArray();

        private Span<byte> Take(int count)
        {
            _length += count;
            return _buffer.Slice(_length - count, count);
        }
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public byte Byte() => Take(1)[0];

        public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

        public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

        public ChannelActivity Channel() =>
            new() { Channel = Int(), Lines = Float(), Answers = Float(), LastWroteAt = Long(), LastAnsweredAt = Long() };

        public void Fill(Topics topics)
        {
            for (var left = Byte(); left > 0; left--)
            {
                topics.Restore((uint)Int(), Float(), Int());
            }
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}
