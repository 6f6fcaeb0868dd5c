using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.EndToEndTests.Metrics;

/// <summary>A collector that keeps what it is brought by OTLP over HTTP. <see href="https://opentelemetry.io/docs/specs/otlp/#otlphttp"/>.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _brought = [];

    private OtlpCollector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/v1/metrics", (Delegate)TakeAsync);
    }

    public string Address => _server.Urls.First();

    /// <summary>All of it, each byte as a character: names and words can be read in it.</summary>
    public string Brought => string.Concat(_brought);

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector._server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        Assert.Equal("application/x-protobuf", http.Request.ContentType);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _brought.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
