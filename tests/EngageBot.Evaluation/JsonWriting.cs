using System.Text.Json;

namespace EngageBot.Evaluation;

internal static class JsonWriting
{
    extension(Utf8JsonWriter writer)
    {
        public void WriteAll(string name, IEnumerable<string> values)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }
}
