using EngageBot.Host.Configuration;
using OpenTelemetry.Exporter;

namespace EngageBot.Host.Metrics;

/// <summary>Where figures about the program go. The environment variables of OpenTelemetry, like <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, are heeded too.</summary>
public sealed class MetricsOptions
{
    public const string Section = "EngageBot:Metrics";

    private static readonly string[] Variables = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>A collector that takes OTLP, like <c>http://localhost:4318</c>; without one here or in the environment nothing is exported.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>.</summary>
    public string Protocol { get; set; } = "http/protobuf";

    /// <summary>How often, from a second to an hour.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Null where nothing is to be exported.</summary>
    /// <exception cref="ConfigurationException">The address or the protocol is none.</exception>
    internal MetricsSettings? Settings()
    {
        if (Every < TimeSpan.FromSeconds(1) || Every > TimeSpan.FromHours(1))
        {
            throw new ConfigurationException($"{Section}:{nameof(Every)} must be between 00:00:01 and 01:00:00.");
        }

        if (string.IsNullOrWhiteSpace(Endpoint))
        {
            return Variables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }) ? new MetricsSettings(Endpoint: null, default, Every) : null;
        }

        var protocol = Protocol switch
        {
            "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
            "grpc" => OtlpExportProtocol.Grpc,
            _ => throw new ConfigurationException($"{Section}:{nameof(Protocol)} must be http/protobuf or grpc."),
        };
        return Uri.TryCreate(Endpoint.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new MetricsSettings(protocol == OtlpExportProtocol.HttpProtobuf && address.AbsolutePath == "/" ? new Uri(address, "v1/metrics") : address, protocol, Every)
            : throw new ConfigurationException($"{Section}:{nameof(Endpoint)} must be an address like http://localhost:4318.");
    }
}
