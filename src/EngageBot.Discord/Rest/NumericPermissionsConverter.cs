using System.Text.Json;
using System.Text.Json.Serialization;
using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>Permissions as a command's description takes them: a number, where everything else writes digits in a text.</summary>
internal sealed class NumericPermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ulong.TryParse(reader.GetString(), out var value) ? (Permissions)value : (Permissions)reader.GetUInt64();

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) => writer.WriteNumberValue((ulong)value);
}
