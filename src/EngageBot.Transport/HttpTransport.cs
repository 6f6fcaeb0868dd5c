using System.Net;

namespace EngageBot.Transport;

/// <summary>One attempt at one call: time limit, and the answer read in full.</summary>
/// <param name="handler">The sockets, where they need a proxy or certificates of their own; disposed with this.</param>
public sealed class HttpTransport(HttpOptions options, HttpMessageHandler? handler, TimeProvider clock) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(handler ?? Sockets());
    private readonly Uri _base = options.BaseAddress.AbsoluteUri.EndsWith('/') ? options.BaseAddress : new Uri(options.BaseAddress.AbsoluteUri + "/");

    /// <summary>What is below the API's address.</summary>
    public Uri AddressOf(string path) => new(_base, path);

    /// <param name="name">The call without what is secret in it.</param>
    /// <param name="message">Disposed when it is sent.</param>
    /// <param name="read">What the answer and its body say.</param>
    /// <exception cref="HttpRequestException">The line failed.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<T> SendAsync<T>(string name, HttpRequestMessage message, Func<HttpResponseMessage, byte[], T> read, CancellationToken cancellationToken)
    {
        await (options.BeforeEach?.Invoke(cancellationToken) ?? ValueTask.CompletedTask);
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using (message)
        {
            message.Version = HttpVersion.Version11;
            try
            {
                using var answer = await _http.SendAsync(message, either.Token);
                return read(answer, await answer.Content.ReadAsByteArrayAsync(either.Token));
            }
            catch (OperationCanceledException fault) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"{name} took longer than {options.AttemptTimeout.TotalSeconds:0} s.", fault);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>No redirects: they could carry the token elsewhere.</summary>
    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
