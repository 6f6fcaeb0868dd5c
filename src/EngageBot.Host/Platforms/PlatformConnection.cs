using EngageBot.Health;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Platforms;

/// <summary>A platform that the bot is connected to: what it adds to the running program.</summary>
internal abstract class PlatformConnection : IDisposable
{
    public abstract void AddTo(IServiceCollection services);

    /// <summary>What runs as long as the program does; when one of them ends, all of it does.</summary>
    public abstract IReadOnlyList<Func<CancellationToken, Task>> Listeners(IServiceProvider services);

    /// <summary>What it serves on the program's own web server.</summary>
    public virtual IReadOnlyList<Action<IEndpointRouteBuilder>> Routes(IServiceProvider services) => [];

    /// <summary>The platform takes the bot: what kept it from starting before is solved.</summary>
    public abstract Task StartedAsync(HealthBook book, CancellationToken cancellationToken);

    public abstract void Dispose();
}
