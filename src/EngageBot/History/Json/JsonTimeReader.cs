using System.Text.Json;

namespace EngageBot.History.Json;

/// <summary>Reads a time in the spelling of one format; null where it cannot be read.</summary>
internal delegate DateTimeOffset? JsonTimeReader(ref Utf8JsonReader reader);
