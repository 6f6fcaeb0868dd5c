namespace EngageBot.Host.Doctor;

/// <summary>Whether this machine's clock is right, by the time that a platform's server tells (RFC 9110, Date).</summary>
internal static class ClockCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Slack refuses what was signed five minutes ago; long before that waits and quiet hours are off.</summary>
    private static readonly TimeSpan Wrong = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Off = TimeSpan.FromSeconds(5);

    /// <param name="server">An address of it that anybody may ask for.</param>
    public static async Task<Finding> RunAsync(Uri server, string userAgent, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        try
        {
            using var answer = await http.GetAsync(server, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.Headers.Date is { } told ? Of(clock.GetUtcNow() - told) : Finding.Note($"Clock: {server.Host} does not tell the time.");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Finding.Problem($"Network: {server.Host} cannot be reached: see to this machine's network, its proxy and its firewall.");
        }
    }

    /// <param name="ahead">Of the server's; it tells whole seconds.</param>
    internal static Finding Of(TimeSpan ahead)
    {
        var seconds = Math.Round(Math.Abs(ahead.TotalSeconds));
        var sentence = $"Clock: this machine's is {seconds:N0} s {(ahead > TimeSpan.Zero ? "ahead" : "behind")}";
        return ahead.Duration() > Wrong ? Finding.Problem($"{sentence}: set it by the network (timedatectl set-ntp true).")
            : ahead.Duration() > Off ? Finding.Note($"{sentence}.")
            : Finding.Fine("Clock: it is right.");
    }
}
