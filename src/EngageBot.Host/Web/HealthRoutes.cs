using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web;

/// <summary>For whoever watches over the program: whether it lives, and whether it is ready: its database answers and takes what arrives, and what was missed is read. Nothing else is told.</summary>
internal static class HealthRoutes
{
    public const string Live = "/health/live";

    public const string Ready = "/health/ready";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <param name="services">Of the running program.</param>
    public static WebPart Part(IServiceProvider services) => new(routes =>
    {
        routes.MapGet(Live, () => Results.Text("live"));
        routes.MapGet(Ready, async (HttpContext http) => await IsReadyAsync(services, http.RequestAborted)
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    });

    private static async Task<bool> IsReadyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<StoreTrouble>()?.Now is not null || !services.GetServices<IChatPlatform>().All(platform => platform.IsCaughtUp))
        {
            return false;
        }

        using var guard = new CancellationTokenSource(LongestWait, services.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(guard.Token, cancellationToken);
        try
        {
            await using var connection = await services.GetRequiredService<DbDataSource>().OpenConnectionAsync(either.Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT MAX(version) FROM schema_version";
            return await command.ExecuteScalarAsync(either.Token) is not null;
        }
        catch (Exception fault) when (fault is DbException or OperationCanceledException)
        {
            return false;
        }
    }
}
