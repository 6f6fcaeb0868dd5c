using EngageBot.Host.Configuration;
using EngageBot.Host.Metrics;

namespace EngageBot.Tests.Host.Metrics;

public sealed class MetricsOptionsTests
{
    [Theory]
    [InlineData("http://localhost:4318", "http/protobuf", "http://localhost:4318/v1/metrics")]
    [InlineData("https://collector.example.org/otlp/v1/metrics", "http/protobuf", "https://collector.example.org/otlp/v1/metrics")]
    [InlineData("http://localhost:4317", "grpc", "http://localhost:4317/")]
    public void Figures_go_where_the_operator_says(string endpoint, string protocol, string address) =>
        Assert.Equal(address, new MetricsOptions { Endpoint = endpoint, Protocol = protocol }.Settings()!.Endpoint!.AbsoluteUri);

    [Fact]
    public void Without_a_word_of_his_they_go_nowhere() => Assert.Null(new MetricsOptions().Settings());

    [Theory]
    [InlineData("localhost:4318", "grpc", 60)]
    [InlineData("http://localhost:4318", "thrift", 60)]
    [InlineData("http://localhost:4318", "grpc", 0)]
    public void Anything_else_stops_the_start_with_a_sentence(string endpoint, string protocol, int seconds) => Assert.Contains(
        MetricsOptions.Section,
        Assert.Throws<ConfigurationException>(() => new MetricsOptions { Endpoint = endpoint, Protocol = protocol, Every = TimeSpan.FromSeconds(seconds) }.Settings()).Message,
        StringComparison.Ordinal);
}
