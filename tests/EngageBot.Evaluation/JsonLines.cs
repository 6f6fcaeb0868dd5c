using System.Text.Encodings.Web;
using System.Text.Json;

namespace EngageBot.Evaluation;

/// <summary>Writes JSON lines: an object each.</summary>
internal sealed class JsonLines(string path) : IAsyncDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);

    public void Write(Action<Utf8JsonWriter> properties)
    {
        using (var writer = new Utf8JsonWriter(_file, Readable))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
