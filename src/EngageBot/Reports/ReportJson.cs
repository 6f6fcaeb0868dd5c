using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Reports;

/// <summary>A report as JSON. Names are those of the records in camel case, times of day ISO 8601 in UTC, lengths of time in seconds, shares from 0 to 1.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    Converters = [typeof(SecondsConverter)])]
[JsonSerializable(typeof(ReplayReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    public static Task WriteAsync(ReplayReport report, Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(stream, report, Default.ReplayReport, cancellationToken);
}
