using System.Net;
using EngageBot.Database;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using EngageBot.Host.Web;

namespace EngageBot.Host.CommandLine;

/// <summary>Whether the bot that runs on this machine lives, for containers without a program that asks for pages.</summary>
internal static class HealthyRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(CancellationToken cancellationToken) => await IsHealthyAsync(cancellationToken) ? ExitCode.Done : ExitCode.Failed;

    private static async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        if (!HostConfiguration.Dashboard().IsOn)
        {
            return await IsRunningAsync(cancellationToken); // It serves nothing.
        }

        var listens = HostConfiguration.Web();
        var address = listens.Address.Equals(IPAddress.Any) || listens.Address.Equals(IPAddress.IPv6Any) ? IPAddress.Loopback : listens.Address;
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new UriBuilder("http", address.ToString(), listens.Port, HealthRoutes.Live).Uri, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = ConfiguredDatabase.Open();
            await using var free = await LiveLock.TakeAsync(database, cancellationToken);
            return false;
        }
        catch (DatabaseException)
        {
            return true;
        }
    }
}
