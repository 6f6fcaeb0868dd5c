using OpenTelemetry.Exporter;

namespace EngageBot.Host.Metrics;

/// <summary>Where figures go, and how often.</summary>
/// <param name="Endpoint">Null where the environment says.</param>
internal sealed record MetricsSettings(Uri? Endpoint, OtlpExportProtocol Protocol, TimeSpan Every);
