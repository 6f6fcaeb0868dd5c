using System.Text.Json;

namespace EngageBot.Discord.Gateway;

/// <summary>The outside of a payload: op, s, t, and where d stands.</summary>
internal ref struct Envelope
{
    public Opcode Opcode { get; private set; }

    public long? Sequence { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>The data was taken to reach to the payload's end without looking.</summary>
    public bool DataIsLast { get; private set; }

    /// <param name="toTheEnd">Once all the rest is known, take what follows for data without looking for its end.</param>
    public static Envelope Read(ReadOnlySpan<byte> json, bool toTheEnd)
    {
        var envelope = new Envelope { Opcode = (Opcode)(-1) };
        var reader = new Utf8JsonReader(json);
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("d"u8))
            {
                envelope.ReadField(ref reader);
            }
            else if (toTheEnd && envelope.Opcode == Opcode.Dispatch && envelope.Sequence is not null && !envelope.Name.IsEmpty)
            {
                envelope.Data = UpToTheEnd(json[(int)reader.BytesConsumed..]);
                envelope.DataIsLast = true;
                return envelope;
            }
            else
            {
                Expect(reader.Read());
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                envelope.Data = json[start..(int)reader.BytesConsumed];
            }
        }

        Expect((int)envelope.Opcode >= 0);
        return envelope;
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        var (isOpcode, isSequence, isName) = (reader.ValueTextEquals("op"u8), reader.ValueTextEquals("s"u8), reader.ValueTextEquals("t"u8));
        Expect(reader.Read());
        if (isOpcode)
        {
            Expect(reader.TokenType == JsonTokenType.Number);
            Opcode = (Opcode)reader.GetInt32();
        }
        else if (isSequence && reader.TokenType == JsonTokenType.Number)
        {
            Sequence = reader.GetInt64();
        }
        else if (isName && reader.TokenType == JsonTokenType.String)
        {
            Name = reader.ValueSpan;
        }
        else
        {
            reader.Skip();
        }
    }

    private static ReadOnlySpan<byte> UpToTheEnd(ReadOnlySpan<byte> rest)
    {
        var end = rest.LastIndexOf((byte)'}');
        Expect(end >= 0);
        return rest[..end];
    }

    private static void Expect(bool condition)
    {
        if (!condition)
        {
            throw new JsonException("What came is no payload of the gateway.");
        }
    }
}
