using EngageBot.Health;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace EngageBot.Host.Metrics;

/// <summary>
/// Brings figures to a collector, by OTLP: the bot's own, what the limits of the platforms cost, and of the framework how long requests take and what the process needs.
/// <see href="https://opentelemetry.io/docs/specs/otlp/"/>.
/// </summary>
internal static class MetricsExport
{
    /// <summary>A collector that does not answer does not hold up the end of the program.</summary>
    private const int LongestCall = 5_000;

    private static readonly string[] Meters = [BotMetrics.Name, "EngageBot.Discord", "EngageBot.Slack", "System.Net.Http", "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    /// <summary>Until it is disposed of, which brings the last ones. Null where nothing is to be exported.</summary>
    public static IDisposable? Start(MetricsSettings? settings) => settings is null ? null : Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.AddService("engagebot", serviceVersion: typeof(MetricsExport).Assembly.GetName().Version?.ToString(3)))
        .AddMeter(Meters)
        .AddOtlpExporter((exporter, reader) => Configure(settings, exporter, reader))
        .Build();

    private static void Configure(MetricsSettings settings, OtlpExporterOptions exporter, MetricReaderOptions reader)
    {
        exporter.TimeoutMilliseconds = LongestCall;
        if (settings.Endpoint is not null)
        {
            (exporter.Endpoint, exporter.Protocol) = (settings.Endpoint, settings.Protocol);
        }

        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
    }
}
