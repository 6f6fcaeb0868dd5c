using Microsoft.Extensions.Hosting;

namespace EngageBot.Host.Web;

/// <summary>The web server lives and ends with the program, which heeds Ctrl+C and SIGTERM itself.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
